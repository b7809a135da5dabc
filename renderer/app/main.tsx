import '#shared/contract/without-eval.ts';
import '@fontsource-variable/noto-sans-sc/wght.css';
import './rare-fonts.css';
import './made-theme.css';
import '#renderer/ui/base.css';
import { createRoot } from 'react-dom/client';
import { theDoor } from '#renderer/client/door.ts';
import { App } from './app.tsx';

const root = document.querySelector('#root');
if (root === null) throw new Error('the page has no place for the window');
createRoot(root).render(<App door={theDoor()} />);
