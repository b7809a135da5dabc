/** A compiled WebAssembly program that imports nothing. */
export interface WasmProgram {
  /** Runs a copy with a memory of its own and gives what it exports. */
  readonly start: () => unknown;
}

/** The part of the WebAssembly interface we use; Node has it, its type package names it only with the DOM's. */
interface WasmEngine {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
}

/** Compiles a program. @throws when the bytes are no WebAssembly. */
export function compileWasm(bytes: Uint8Array): WasmProgram {
  const engine = (globalThis as unknown as { readonly WebAssembly: WasmEngine }).WebAssembly;
  const module = new engine.Module(bytes);
  return { start: () => new engine.Instance(module, {}).exports };
}
