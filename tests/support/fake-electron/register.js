/** Puts the stand-in where a program imports or requires `electron`: `node --import this-file …`. */
import { registerHooks } from 'node:module';

const fake = new URL('electron.js', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: fake, shortCircuit: true } : next(specifier, context),
});
