import { Component, type ReactNode } from 'react';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useText } from '#renderer/ui/language.tsx';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly broken: { readonly at: string; readonly what: string } | null;
}

/** Keeps a broken screen from taking the window with it; a change of `key` tries again. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { broken: null };

  static getDerivedStateFromError(error: unknown): State {
    const what = error instanceof Error ? error.message : String(error);
    return { broken: { at: new Date().toISOString().slice(0, 19), what } };
  }

  override render(): ReactNode {
    const { broken } = this.state;
    if (broken === null) return this.props.children;
    return <Broken at={broken.at} what={broken.what} onRetry={() => this.setState({ broken: null })} />;
  }
}

function Broken({ at, what, onRetry }: { readonly at: string; readonly what: string; readonly onRetry: () => void }) {
  const text = useText();
  return (
    <div role="alert" className="broken">
      <EmptyState
        title={text('frame.broken')}
        detail={text('frame.brokenDetail', { reference: `${at} ${what.slice(0, 120)}` })}
        action={
          <ActionButton tone="primary" onPress={onRetry}>
            {text('common.reload')}
          </ActionButton>
        }
      />
    </div>
  );
}
