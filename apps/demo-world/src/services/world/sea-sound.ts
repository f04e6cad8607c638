/** The sea, quietly: noise that swells and falls, made here. */
export interface SeaSound {
  /** Begins, or falls silent. Called from a click: browsers allow sound only then. */
  set(isOn: boolean): void;
}

const SECONDS = 4;
const LOUDNESS = 0.05;
const SWELL = 0.028;
/** One wave in this many seconds. */
const WAVE = 7;
const FADE = 0.8;

/** A sea that nobody hears yet; it costs nothing until it is first asked for. */
export function createSeaSound(): SeaSound {
  let context: AudioContext | undefined;
  let volume: GainNode | undefined;
  return {
    set(isOn) {
      if (!isOn && context === undefined) return;
      context ??= new AudioContext();
      volume ??= startSea(context);
      void context.resume();
      volume.gain.setTargetAtTime(isOn ? 1 : 0, context.currentTime, FADE);
    },
  };
}

function startSea(context: AudioContext): GainNode {
  const noise = context.createBufferSource();
  noise.buffer = makeNoise(context);
  noise.loop = true;
  const depth = new BiquadFilterNode(context, { type: "lowpass", frequency: 520 });
  const level = new GainNode(context, { gain: LOUDNESS });
  const swell = new OscillatorNode(context, { frequency: 1 / WAVE });
  const height = new GainNode(context, { gain: SWELL });
  const volume = new GainNode(context, { gain: 0 });
  swell.connect(height).connect(level.gain);
  noise.connect(depth).connect(level).connect(volume).connect(context.destination);
  noise.start();
  swell.start();
  return volume;
}

function makeNoise(context: AudioContext): AudioBuffer {
  const buffer = context.createBuffer(1, SECONDS * context.sampleRate, context.sampleRate);
  const samples = buffer.getChannelData(0);
  for (let i = 0; i < samples.length; i++) samples[i] = Math.random() * 2 - 1;
  return buffer;
}
