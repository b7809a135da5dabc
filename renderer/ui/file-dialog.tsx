import { useEffect, useRef, type ReactNode } from 'react';
import { ActionButton } from './action-button.tsx';
import { fileBlob, fileSize, saveFile, type Base64File } from './base64-file.ts';
import { Dialog } from './dialog.tsx';
import { useKeys } from './keys.tsx';
import { useText } from './language.tsx';
import { Notice } from './notice.tsx';

/**
 * Shows a PDF with saving and printing. A browser without a PDF viewer says so and offers the file.
 * Render it only while it is open.
 */
export function FileDialog({
  title,
  file,
  children,
  onClose,
}: {
  readonly title: string;
  readonly file: Base64File;
  /** Above the picture: what was printed. */
  readonly children?: ReactNode;
  readonly onClose: () => void;
}) {
  return (
    <Dialog title={title} size={canShow(file) ? 'large' : 'medium'} onClose={onClose}>
      <FileBody title={title} file={file} onClose={onClose}>
        {children}
      </FileBody>
    </Dialog>
  );
}

function FileBody({
  title,
  file,
  children,
  onClose,
}: {
  readonly title: string;
  readonly file: Base64File;
  readonly children?: ReactNode;
  readonly onClose: () => void;
}) {
  const text = useText();
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const url = URL.createObjectURL(fileBlob(file));
    if (frame.current !== null) frame.current.src = url;
    return () => URL.revokeObjectURL(url);
  }, [file]);
  const shown = canShow(file);
  const print = (): void => frame.current?.contentWindow?.print();
  const save = (): void => saveFile(file);
  useKeys([
    {
      combo: 'Ctrl+Enter',
      label: shown ? text('common.openPrint') : text('common.download'),
      run: shown ? print : save,
    },
  ]);
  return (
    <>
      {children}
      {shown ? (
        // oxlint-disable-next-line react/iframe-missing-sandbox -- Chromium's PDF viewer refuses to run in a sandbox; the bytes are our own
        <iframe ref={frame} className="file-frame" title={title} />
      ) : (
        <Notice kind="info">{text('common.noViewer')}</Notice>
      )}
      <div className="row-end">
        <span className="dim small grow">{text('common.fileReady', { name: file.name, size: fileSize(file) })}</span>
        <ActionButton onPress={onClose}>{text('common.close')}</ActionButton>
        <ActionButton tone={shown ? 'plain' : 'primary'} {...(shown ? {} : { combo: 'Ctrl+Enter' })} onPress={save}>
          {text('common.download')}
        </ActionButton>
        {shown ? (
          <ActionButton tone="primary" combo="Ctrl+Enter" onPress={print}>
            {text('common.openPrint')}
          </ActionButton>
        ) : null}
      </div>
    </>
  );
}

const canShow = (file: Base64File): boolean => navigator.pdfViewerEnabled || file.mediaType !== 'application/pdf';
