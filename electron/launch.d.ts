/** Types of launch.js, which must stay plain JavaScript for an old Node to read. */
export declare const OLDEST_NODE: readonly [number, number];
export declare function isFitting(version: string): boolean;
export declare function carriedNode(root: string, platform?: string, arch?: string): string | undefined;
export declare function tooOld(version: string): string;
export declare function newestSourceMs(root: string): number | undefined;
export declare function ensureBuilt(
  root: string,
  build?: (root: string) => Promise<{ readonly ok: boolean; readonly output: string }>,
): Promise<boolean>;
export declare function electronBinary(
  root: string,
  env?: Readonly<Record<string, string | undefined>>,
  platform?: string,
): string | undefined;
export declare function hasDisplay(env?: Readonly<Record<string, string | undefined>>, platform?: string): boolean;
export declare function chooseDoor(
  asked: string,
  electron: string | undefined,
  display: boolean,
): {
  readonly door: 'desktop' | 'localhost' | 'none';
  readonly because: 'asked' | 'found' | 'no-binary' | 'no-display';
};
export declare function takeDoor(args: readonly string[]): { readonly door: string; readonly rest: readonly string[] };
export declare function launch(root: string, argv: readonly string[]): Promise<void>;
