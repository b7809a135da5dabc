import type { ReactNode } from 'react';

const PATHS = {
  receiving: ['M3 8l9-5 9 5v9l-9 5-9-5z', 'M3 8l9 5 9-5M12 13v9'],
  inspection: ['M9 3h6M10 3v6l-5 9a2 2 0 0 0 2 3h10a2 2 0 0 0 2-3l-5-9V3', 'M8 15h8'],
  review: ['M12 3l2.7 5.6 6.1.8-4.5 4.3 1.1 6.1L12 17l-5.4 2.8 1.1-6.1L3.2 9.4l6.1-.8z'],
  printing: ['M7 8V3h10v5M7 17H4V9h16v8h-3', 'M7 14h10v7H7z'],
  surveillance: ['M12 3l8 3v6c0 5-3.5 8-8 9-4.5-1-8-4-8-9V6z', 'M9 12l2 2 4-4'],
  insight: ['M4 20V10M10 20V4M16 20v-7M21 20H3'],
  platform: ['M7 18a4 4 0 0 1-.6-7.9A6 6 0 0 1 18 9.3 4.4 4.4 0 0 1 17.5 18', 'M12 20v-8M9 15l3-3 3 3'],
  settings: [
    'M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
    'M12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M19 5l-2 2M7 17l-2 2',
  ],
  find: ['M11 5a6 6 0 1 0 0 12 6 6 0 0 0 0-12z', 'M20 20l-4.5-4.5'],
  lock: ['M6 11h12v9H6z', 'M8.5 11V8a3.5 3.5 0 0 1 7 0v3'],
  signOut: ['M14 4h5v16h-5', 'M10 8l-4 4 4 4M6 12h9'],
  sun: [
    'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8z',
    'M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.5 1.5M17.5 17.5L19 19M19 5l-1.5 1.5M6.5 17.5L5 19',
  ],
  moon: ['M20 14.5A8 8 0 0 1 9.5 4a8 8 0 1 0 10.5 10.5z'],
  enter: ['M19 5v7a2 2 0 0 1-2 2H5', 'M9 10l-4 4 4 4'],
  tick: ['M5 12.5l4.5 4.5L19 7.5'],
  cross: ['M6 6l12 12M18 6L6 18'],
  warning: ['M12 4l9 16H3z', 'M12 10v4M12 17v.5'],
  info: ['M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z', 'M12 11v6M12 7.5v.5'],
  upload: ['M12 16V4M7 9l5-5 5 5', 'M4 17v3h16v-3'],
  download: ['M12 4v12M7 11l5 5 5-5', 'M4 17v3h16v-3'],
  file: ['M6 3h8l4 4v14H6z', 'M14 3v4h4M9 12h6M9 16h6'],
  up: ['M6 15l6-6 6 6'],
  down: ['M6 9l6 6 6-6'],
  plus: ['M12 5v14M5 12h14'],
  minus: ['M5 12h14'],
  rotate: ['M19 12a7 7 0 1 1-2.3-5.2', 'M19 3v5h-5'],
  pin: ['M12 21s-6-6.2-6-11a6 6 0 0 1 12 0c0 4.8-6 11-6 11z', 'M12 8v4M10 10h4'],
  twoPages: ['M4 5h7v14H4zM13 5h7v14h-7z'],
  keyboard: ['M3 6h18v12H3z', 'M7 10h.01M11 10h.01M15 10h.01M8 14h8'],
} as const satisfies Record<string, readonly string[]>;

/** Names of the window's own line icons. */
export type IconName = keyof typeof PATHS;

/** A line icon; decoration only, the words beside it carry the meaning. */
export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }): ReactNode {
  return (
    <svg className="icon" viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" focusable="false">
      {PATHS[name].map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}
