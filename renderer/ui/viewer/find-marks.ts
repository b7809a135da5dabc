/** Names the style sheet paints (`viewer.css`). */
const NAMES = { all: 'viewer-found', current: 'viewer-found-now' } as const;

/** Found places of one drawn page. */
interface PageMarks {
  readonly all: readonly Range[];
  readonly current: Range | undefined;
}

const pages = new Map<object, PageMarks>();

/** Paints what was found on a drawn page, without touching its elements; undefined takes the paint off. */
export function paintFound(page: object, marks: PageMarks | undefined): void {
  if (marks === undefined) pages.delete(page);
  else pages.set(page, marks);
  const shown = [...pages.values()];
  CSS.highlights.set(NAMES.all, new Highlight(...shown.flatMap(({ all }) => all)));
  CSS.highlights.set(NAMES.current, new Highlight(...shown.flatMap(({ current }) => current ?? [])));
}
