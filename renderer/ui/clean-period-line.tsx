import { cleanPeriodOf, shareOf, type CleanPeriod, type CleanWindow, type IncidentMark } from './clean-period.ts';
import type { EvidenceProps } from './evidence.tsx';
import { useText, type TextOf } from './language.tsx';
import { Tag, type Tone } from './tag.tsx';
import './clean-period-line.css';

/** About the width it is shown at on the narrowest screen, so that its letters keep their size. */
const WIDTH = 246;
const LEFT = 2;
const RIGHT = 240;
const ROW = 34;
const TOP = 22;

const TONES: Readonly<Record<IncidentMark['weight'], Tone>> = {
  counts: 'bad',
  open: 'wait',
  ungraded: 'wait',
  none: 'plain',
};

/** Tick, cross, ring or dash in a box of eight by eight. */
const SIGNS: Readonly<Record<CleanWindow['answer'], string>> = {
  met: 'M0 4l3 3.5L8 1',
  'not-met': 'M1 1l6 6M7 1L1 7',
  unknown: 'M4 .8a3.2 3.2 0 1 0 .01 0z',
  'not-applicable': 'M1 4h6',
};

const starWords = (stars: readonly number[]): string =>
  stars.length === 0 ? '' : `${stars.length > 1 ? `${stars[0]}–${stars.at(-1)}` : stars[0]}★`;

/** The clean record on a time line: each star's window back from the review day, incidents, the founding. */
export function CleanPeriodLine({
  dossier,
  verdict,
  standard,
}: Pick<EvidenceProps, 'dossier' | 'verdict' | 'standard'>) {
  const text = useText();
  const period = cleanPeriodOf(dossier, verdict, standard);
  if (period === undefined) return null;
  const height = TOP + period.windows.length * ROW + 18;
  const x = (on: CleanPeriod['day']): number => LEFT + shareOf(period, on) * (RIGHT - LEFT);
  return (
    <figure className="clean-line" aria-label={text('evidence.cleanLine')}>
      <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={spoken(period, text)}>
        <line className="clean-review" x1={x(period.reviewOn)} x2={x(period.reviewOn)} y1={14} y2={height - 14} />
        {period.windows.map((window, index) => (
          <WindowRow
            key={window.months}
            window={window}
            y={TOP + index * ROW}
            from={x(window.start)}
            to={x(period.day)}
          />
        ))}
        {period.foundedOn === null || period.foundedOn < period.from ? null : (
          <g className="clean-founded">
            <Ticks count={period.windows.length} x={x(period.foundedOn)} />
            <text
              x={x(period.foundedOn) + (x(period.foundedOn) > WIDTH / 2 ? -3 : 3)}
              y={11}
              textAnchor={x(period.foundedOn) > WIDTH / 2 ? 'end' : 'start'}
            >
              {text('evidence.cleanFounded', { date: period.foundedOn })}
            </text>
          </g>
        )}
        {period.incidents.map((incident, index) =>
          incident.on === null || incident.on < period.from || incident.on > period.day ? null : (
            <Mark
              key={`${incident.on} ${index}`}
              incident={incident}
              x={x(incident.on)}
              y={height - 18}
              count={period.windows.length}
            />
          ),
        )}
        <text className="clean-day" x={LEFT} y={height - 3}>
          {period.from}
        </text>
        <text className="clean-day" x={RIGHT} y={height - 3} textAnchor="end">
          {text(period.day === period.reviewOn ? 'evidence.cleanReview' : 'evidence.cleanDay', { date: period.day })}
        </text>
      </svg>
      <figcaption>
        <IncidentList period={period} />
        <Founding period={period} />
      </figcaption>
    </figure>
  );
}

function WindowRow({
  window,
  y,
  from,
  to,
}: {
  readonly window: CleanWindow;
  readonly y: number;
  readonly from: number;
  readonly to: number;
}) {
  const text = useText();
  return (
    <g className={`clean-window is-${window.answer}`}>
      <text x={LEFT} y={y + 10}>
        <tspan className="clean-stars">{starWords(window.stars)}</tspan>{' '}
        {text('evidence.cleanWindow', { months: window.months, date: window.start })}
      </text>
      <path className="clean-sign" d={SIGNS[window.answer]} transform={`translate(${RIGHT - 9} ${y + 2})`} />
      <rect className="clean-track" x={LEFT} y={y + 15} width={RIGHT - LEFT} height={8} rx={4} />
      <rect className="clean-bar" x={from} y={y + 15} width={Math.max(2, to - from)} height={8} rx={4} />
    </g>
  );
}

/** Short strokes across every bar at one day. */
function Ticks({ count, x }: { readonly count: number; readonly x: number }) {
  return Array.from({ length: count }, (_, row) => (
    <line key={row} x1={x} x2={x} y1={TOP + row * ROW + 12} y2={TOP + row * ROW + 26} />
  ));
}

function Mark({
  incident,
  x,
  y,
  count,
}: {
  readonly incident: IncidentMark;
  readonly x: number;
  readonly y: number;
  readonly count: number;
}) {
  return (
    <g className={`clean-mark is-${incident.weight}`}>
      <Ticks count={count} x={x} />
      {incident.weight === 'counts' ? <path d={`M${x} ${y - 6}l5 9h-10z`} /> : <circle cx={x} cy={y} r={4} />}
    </g>
  );
}

function IncidentList({ period }: { readonly period: CleanPeriod }) {
  const text = useText();
  if (period.incidents.length === 0) return <p>{text('evidence.cleanNone')}</p>;
  return (
    <ul>
      {period.incidents.map(({ kind, on, weight, within }, index) => (
        <li key={`${on} ${index}`}>
          <b>{on ?? text('ladder.unknownDate')}</b> {text(`ladder.incident-${kind}`)}{' '}
          <Tag tone={TONES[weight]}>{text(`evidence.weight-${weight}`)}</Tag>{' '}
          <span className="dim">
            {within.length === 0
              ? text('evidence.cleanOutside')
              : text('evidence.cleanWithin', { stars: starWords(within) })}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Founding({ period }: { readonly period: CleanPeriod }) {
  const text = useText();
  const { foundedOn, waiver, young } = period;
  if (foundedOn === null) return <p>{text('evidence.cleanFoundedUnknown')}</p>;
  if (young.length === 0) return <p className="dim">{text('evidence.cleanFounded', { date: foundedOn })}</p>;
  const values = { date: foundedOn, stars: starWords(young) };
  return (
    <p>
      {text('evidence.cleanYoung', values)}
      {waiver === null ? '' : ` ${text('evidence.cleanWaiver', { reason: waiver.reason })}`}
    </p>
  );
}

/** The line in words, for who does not see it; the list under it says the rest. */
function spoken(period: CleanPeriod, text: TextOf): string {
  const windows = period.windows.map(({ answer, months, stars, start }) =>
    text('evidence.cleanSpoken', { stars: starWords(stars), months, date: start, mark: text(`ladder.mark-${answer}`) }),
  );
  return [text('evidence.cleanReview', { date: period.reviewOn }), ...windows].join(text('evidence.cleanJoin'));
}
