/** Where the platform's own words go; no personal data, no bodies. */
export interface PlatformLogger {
  info(message: string, data?: Readonly<Record<string, string | number>>): void;
  error(message: string, cause?: unknown): void;
}
