/** Closes a union: the compiler refuses a call that can be reached, and a value that slips past it throws. */
export function assertNever(value: never): never {
  throw new TypeError(`unreachable: ${JSON.stringify(value)}`);
}
