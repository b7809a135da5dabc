/** Why the workstation will not open a workspace; shown as it stands, and the file is left untouched. */
export class StartRefusal extends Error {
  readonly code: StartRefusalCode;
  readonly sentence: { readonly zh: string; readonly en: string };

  constructor(code: StartRefusalCode, sentence: { readonly zh: string; readonly en: string }, cause?: unknown) {
    super(`${sentence.zh}\n${sentence.en}`, { cause });
    this.name = 'StartRefusal';
    this.code = code;
    this.sentence = sentence;
  }
}

export type StartRefusalCode =
  | 'store.not-a-workspace'
  | 'store.newer'
  | 'store.damaged'
  | 'store.no-space'
  | 'store.not-writable'
  | 'store.missing'
  | 'store.migration-failed';
