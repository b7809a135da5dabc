import { z } from 'zod';

/**
 * Keeps the schemas from compiling themselves with `new Function`, which the page's content
 * security policy forbids. Import it before anything of the contract; only the page does.
 */
z.config({ jitless: true });
