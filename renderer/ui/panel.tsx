import type { ReactNode } from 'react';
import './panel.css';

/** A titled card. */
export function Panel({
  title,
  extra,
  children,
}: {
  readonly title: string;
  readonly extra?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className="panel" aria-label={title}>
      <header>
        <h2>{title}</h2>
        {extra}
      </header>
      {children}
    </section>
  );
}

/** Facts as term and value, one line each. */
export function Facts({ rows }: { readonly rows: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="facts">
      {rows.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{typeof value === 'string' ? wholeDates(value) : value}</dd>
        </div>
      ))}
    </dl>
  );
}

const DATE = /(\d{4}-\d\d-\d\d(?: \d\d:\d\d)?)/;

/** A text whose dates and times stay on one line, which a browser would break at a hyphen. */
const wholeDates = (text: string): ReactNode =>
  text.split(DATE).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <span key={index} className="nowrap">
        {part}
      </span>
    ),
  );

/** Large figures side by side. */
export function Figures({ rows }: { readonly rows: readonly (readonly [string, number | string])[] }) {
  return (
    <dl className="figures">
      {rows.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
