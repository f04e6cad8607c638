import { useWorldWords } from "../visit-context.tsx";

/** To the creator's desk: what one's works have earned. A page of its own, so that the world stays where it is. */
export function DeskLink() {
  const words = useWorldWords().making;
  return (
    <a
      className="quiet-button"
      href="/creator"
      target="_blank"
      rel="noopener"
      data-action="creator"
    >
      {words.desk}
    </a>
  );
}
