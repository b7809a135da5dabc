import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { SIGNATURE_HEADERS, signatureInput } from '#shared/platform/signature.ts';

const NONCE_BYTES = 18;

/** A desk's Ed25519 key. The private half stays in the OS key store and never travels. */
export interface DeskKey {
  /** Raw public key, base64url: what the platform knows the desk by. */
  readonly publicKey: string;
  /** PKCS 8 in base64url. */
  readonly privateKey: string;
}

/** Makes a key for a desk that is about to enrol. */
export function makeDeskKey(): DeskKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: publicKey.export({ format: 'jwk' }).x ?? '',
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64url'),
  };
}

/** The key behind a kept private half. */
export function deskKeyOf(privateKey: string): DeskKey {
  const kept = createPrivateKey({ key: Buffer.from(privateKey, 'base64url'), format: 'der', type: 'pkcs8' });
  return { privateKey, publicKey: createPublicKey(kept).export({ format: 'jwk' }).x ?? '' };
}

/** A request before it is signed. */
export interface Unsigned {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Path with query. */
  readonly target: string;
  /** Empty for GET; text is JSON, bytes are a file's. */
  readonly body: string | Uint8Array;
}

/** Signs requests with a desk's private key: each with the time and a nonce of its own. */
export type Signer = (request: Unsigned, now: Date) => Readonly<Record<string, string>>;

/** Reads the private key once and signs with it; `desk` is absent only while enrolling. */
export function createSigner(privateKey: string, desk?: string): Signer {
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64url'), format: 'der', type: 'pkcs8' });
  return ({ method, target, body }, now) => {
    const time = now.toISOString();
    const nonce = randomBytes(NONCE_BYTES).toString('base64url');
    const bodyHash = createHash('sha256').update(body).digest('hex');
    const text = signatureInput({ method, target, time, nonce, bodyHash });
    return {
      ...(desk !== undefined && { [SIGNATURE_HEADERS.desk]: desk }),
      [SIGNATURE_HEADERS.time]: time,
      [SIGNATURE_HEADERS.nonce]: nonce,
      [SIGNATURE_HEADERS.signature]: sign(null, Buffer.from(text), key).toString('base64url'),
    };
  };
}
