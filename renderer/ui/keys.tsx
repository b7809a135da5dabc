import { createContext, use, useEffect, useEffectEvent, useMemo, useRef, useState, type ReactNode } from 'react';
import { isCombo } from './key-combo.ts';

/** A key of a screen. Single keys rest while somebody types; Ctrl keys work everywhere. */
export interface KeyBinding {
  /** `Ctrl+Enter`, `N`, `ArrowDown`, `?`. */
  readonly combo: string;
  /** What it does, for the key help. */
  readonly label: string;
  readonly run: () => void;
  /** Works while a dialog is open, too. */
  readonly throughDialogs?: true;
}

interface KeySet {
  readonly layer: number;
  readonly current: () => readonly KeyBinding[];
}

interface KeyRegistry {
  add(set: KeySet): () => void;
  /** What the keys do now, on the topmost layer. */
  list(): readonly KeyBinding[];
}

const NO_REGISTRY: KeyRegistry = { add: () => () => undefined, list: () => [] };
const RegistryContext = createContext<KeyRegistry>(NO_REGISTRY);
const LayerContext = createContext(0);

const TYPED_INTO = 'input:not([type=radio],[type=checkbox],[type=button]),textarea,select,[contenteditable=true]';

const isTyping = (target: EventTarget | null): boolean => target instanceof Element && target.matches(TYPED_INTO);

/** Whether a key belongs to the control that has the focus: Enter presses a button, arrows move a choice. */
const belongsToControl = (target: EventTarget | null, key: string): boolean =>
  target instanceof Element &&
  ((key === 'Enter' && target.matches('button,a,summary,[role=option],[role=listbox],[role=tab]')) ||
    (key.startsWith('Arrow') && target.matches('[role=tab],[role=radio],[type=radio],[role=listbox],[role=grid] *')));

/** Hears the keyboard for every screen below it; the newest screen with a key wins. */
export function KeysProvider({ children }: { readonly children: ReactNode }) {
  const sets = useRef<readonly KeySet[]>([]);
  const registry = useMemo((): KeyRegistry => {
    const list = (): readonly KeyBinding[] => {
      const top = Math.max(0, ...sets.current.map(({ layer }) => layer));
      return sets.current.flatMap(({ current, layer }) =>
        current().filter(({ throughDialogs }) => layer === top || throughDialogs),
      );
    };
    return {
      list,
      add: (set) => {
        sets.current = [set, ...sets.current];
        return () => {
          sets.current = sets.current.filter((other) => other !== set);
        };
      },
    };
  }, []);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const free = (combo: string): boolean =>
        combo.startsWith('Ctrl+') || (!isTyping(event.target) && !belongsToControl(event.target, event.key));
      const binding = registry.list().find(({ combo }) => isCombo(event, combo) && free(combo));
      if (binding === undefined) return;
      event.preventDefault();
      binding.run();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [registry]);
  return <RegistryContext value={registry}>{children}</RegistryContext>;
}

/** Keys of a dialog: while it is open the keys of the screen under it rest. */
export function KeyLayer({ children }: { readonly children: ReactNode }) {
  const layer = use(LayerContext) + 1;
  return (
    <LayerContext value={layer}>
      <HoldLayer />
      {children}
    </LayerContext>
  );
}

function HoldLayer() {
  useKeys([]);
  return null;
}

/** Gives a screen its keys while it is shown. */
export function useKeys(bindings: readonly KeyBinding[]): void {
  const registry = use(RegistryContext);
  const layer = use(LayerContext);
  const current = useEffectEvent(() => bindings);
  useEffect(() => registry.add({ layer, current: () => current() }), [registry, layer]);
}

/** The keys that work now, asked for when the help opens. */
export function useKeyList(): { readonly keys: readonly KeyBinding[]; look(): void } {
  const registry = use(RegistryContext);
  const [keys, setKeys] = useState<readonly KeyBinding[]>([]);
  return { keys, look: () => setKeys(registry.list()) };
}
