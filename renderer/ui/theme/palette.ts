/** The colours of one theme; every colour on screen is one of these. */
export interface Palette {
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly line: string;
  readonly line2: string;
  /** Border of things a person can type into or press; 3:1 against the card. */
  readonly edge: string;
  readonly paper: string;
  readonly card: string;
  readonly chosen: string;
  readonly cinnabar: string;
  /** Cinnabar as text on paper. */
  readonly cinnabarInk: string;
  readonly cinnabarSoft: string;
  readonly gold: string;
  readonly goldSoft: string;
  readonly jade: string;
  readonly jadeSoft: string;
  readonly amber: string;
  readonly amberSoft: string;
  readonly focus: string;
  readonly rail: string;
  readonly railOn: string;
  readonly railInk: string;
  readonly face: string;
  /** Fill and text of a chosen segment. */
  readonly solid: string;
  readonly onSolid: string;
}

/** Ink on paper; looks/tokens.css, with dim ink darkened until it holds 4.5:1 on paper. */
export const LIGHT: Palette = {
  ink: '#1f2a37',
  ink2: '#4b5767',
  ink3: '#5f6a79',
  line: '#e3dfd5',
  line2: '#efece4',
  edge: '#c9c3b4',
  paper: '#fbfaf7',
  card: '#ffffff',
  chosen: '#f3f6fa',
  cinnabar: '#b3261e',
  cinnabarInk: '#b3261e',
  cinnabarSoft: '#fbe9e7',
  gold: '#c8962d',
  goldSoft: '#fbf3df',
  jade: '#2a7353',
  jadeSoft: '#e6f3ec',
  amber: '#8a5d00',
  amberSoft: '#fff4d6',
  focus: '#2b6cb0',
  rail: '#1f2a37',
  railOn: '#2c3a4b',
  railInk: '#c9d1dc',
  face: '#dfe5ec',
  solid: '#1f2a37',
  onSolid: '#ffffff',
};

/** The same roles by lamplight. */
export const DARK: Palette = {
  ink: '#e8e6e1',
  ink2: '#c2c7ce',
  ink3: '#a0a8b3',
  line: '#37414e',
  line2: '#2b343f',
  edge: '#566273',
  paper: '#161c23',
  card: '#1d252e',
  chosen: '#283340',
  cinnabar: '#c0362c',
  cinnabarInk: '#ff9d92',
  cinnabarSoft: '#45211f',
  gold: '#dcae4a',
  goldSoft: '#3a301b',
  jade: '#6cc79b',
  jadeSoft: '#1d3a2e',
  amber: '#e8b84f',
  amberSoft: '#3d3117',
  focus: '#7db4ec',
  rail: '#10161c',
  railOn: '#243140',
  railInk: '#c9d1dc',
  face: '#37434f',
  solid: '#e8e6e1',
  onSolid: '#1d252e',
};

const kebab = (name: string): string => name.replace(/[A-Z0-9]/g, (letter) => `-${letter.toLowerCase()}`);

/** A palette as CSS custom properties, `--ink-2:#4b5767;`. */
export const paletteCss = (palette: Palette): string =>
  Object.entries(palette)
    .map(([name, colour]) => `--${kebab(name)}:${String(colour)};`)
    .join('');
