import { ActionButton } from './action-button.tsx';
import { Dialog } from './dialog.tsx';
import { useKeys } from './keys.tsx';
import { useText } from './language.tsx';
import { Notice } from './notice.tsx';
import { Facts } from './panel.tsx';
import type { BoardPhoto, DrawPhoto, PhotoDeeds } from './photo-board.tsx';
import { showMoment } from './show-time.ts';

interface Props {
  readonly photo: BoardPhoto;
  readonly photos: readonly BoardPhoto[];
  readonly picture: DrawPhoto;
  readonly deeds: PhotoDeeds | null;
  /** Shows the one before or after. */
  readonly onStep: (step: 1 | -1) => void;
  /** Puts it one earlier or later. */
  readonly onShift: (step: 1 | -1) => void;
  readonly onAsk: (what: 'move' | 'strike') => void;
  readonly onClose: () => void;
}

/** One photo large, with what the camera says of it and what does not fit. */
export function LargePhoto(props: Props) {
  return (
    <Dialog title={props.photo.name} size="large" onClose={props.onClose}>
      <Body {...props} />
    </Dialog>
  );
}

function Body({ photo, photos, picture, deeds, onStep, onShift, onAsk, onClose }: Props) {
  const text = useText();
  const at = photos.indexOf(photo);
  const { position, struck } = photo;
  useKeys([
    { combo: 'ArrowLeft', label: text('photo.previous'), run: () => onStep(-1) },
    { combo: 'ArrowRight', label: text('photo.next'), run: () => onStep(1) },
    { combo: 'Ctrl+Enter', label: text('common.close'), run: onClose },
  ]);
  const taken = photo.takenAt === null ? text('photo.noTime') : showMoment(photo.takenAt);
  return (
    <div className="stack">
      {photo.warnings.map((warning) => (
        <Notice key={warning} kind="warning">
          {warning}
        </Notice>
      ))}
      {struck === null ? null : (
        <Notice kind="info">
          {text('photo.struckBy', { by: struck.by, at: showMoment(struck.at), reason: struck.reason })}
        </Notice>
      )}
      <div className="photo-large photo-large-told">
        {picture(photo, 'print', text('photo.alt', { name: photo.name, by: photo.by, at: showMoment(photo.at) }))}
      </div>
      <Facts
        rows={[
          [text('photo.takenTerm'), taken],
          [
            text('photo.placeTerm'),
            position === null
              ? text('photo.noPlace')
              : `${position.latitude.toFixed(5)}, ${position.longitude.toFixed(5)}`,
          ],
          [text('photo.keptTerm'), `${photo.by} · ${showMoment(photo.at)}`],
          [
            text('photo.hashTerm'),
            <span key="hash" className="mono photo-hash">
              {photo.sha256}
            </span>,
          ],
        ]}
      />
      <div className="row-end">
        <span className="dim small grow">{text('photo.nth', { at: at + 1, count: photos.length })}</span>
        {deeds === null || struck !== null ? null : (
          <>
            <ActionButton tone="quiet" onPress={() => onShift(-1)}>
              {text('photo.earlier')}
            </ActionButton>
            <ActionButton tone="quiet" onPress={() => onShift(1)}>
              {text('photo.later')}
            </ActionButton>
            <ActionButton onPress={() => onAsk('move')}>{text('photo.move')}</ActionButton>
            <ActionButton tone="danger" onPress={() => onAsk('strike')}>
              {text('photo.strike')}
            </ActionButton>
          </>
        )}
        <ActionButton combo="ArrowLeft" onPress={() => onStep(-1)}>
          {text('photo.previous')}
        </ActionButton>
        <ActionButton combo="ArrowRight" onPress={() => onStep(1)}>
          {text('photo.next')}
        </ActionButton>
        <ActionButton tone="primary" combo="Ctrl+Enter" onPress={onClose}>
          {text('common.close')}
        </ActionButton>
      </div>
    </div>
  );
}
