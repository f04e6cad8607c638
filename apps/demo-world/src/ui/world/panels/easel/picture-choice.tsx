import { useId } from "react";
import { ProblemNote } from "../../parts/problem-note.tsx";
import { useActions, useVisitState, useWorldWords } from "../../visit-context.tsx";

/** The formats that every browser can read, and those that some can. */
const FORMATS = "image/png,image/jpeg,image/webp,image/avif,image/gif,image/heic";

/** Chooses the picture, and shows it as it will be sent. */
export function PictureChoice() {
  const words = useWorldWords().making;
  const { choosePicture } = useActions();
  const id = useId();
  const picture = useVisitState("making", (state) => state.picture);
  const isReading = useVisitState("making", (state) => state.isReadingPicture);
  const problem = useVisitState("making", (state) => state.pictureProblem);
  return (
    <div className="picture-choice" data-picture={picture !== undefined}>
      <input
        id={id}
        type="file"
        className="visually-hidden"
        data-field="picture"
        accept={FORMATS}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) choosePicture(file);
          // The same file again is news too.
          target.value = "";
        }}
      />
      <label htmlFor={id} className="picture-frame">
        {picture === undefined ? (
          <span className="picture-empty">
            {isReading ? words.pictureReading : words.pictureChoose}
          </span>
        ) : (
          <>
            <img
              src={picture.url}
              alt={words.pictureAlt}
              width={picture.width}
              height={picture.height}
            />
            <span className="picture-again">{words.pictureAgain}</span>
          </>
        )}
      </label>
      <p className="hint" id={`${id}-hint`}>
        {words.pictureHint}
      </p>
      <ProblemNote problem={problem === undefined ? undefined : { code: problem }} />
    </div>
  );
}
