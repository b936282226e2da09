import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { pageScript } from './scripts/pageScript.ts';
import { stylesheet } from './styles/stylesheet.ts';

/** A file that pages load; it is the same for everybody. */
interface OwnFile {
  readonly path: string;
  /** With the hash of its content, so that a browser may keep it. */
  readonly address: string;
  readonly serve: (c: Context) => Response;
}

/**
 * Kept for a year under the hash of its content. A page of another deployment asks for another hash: that
 * answer may not be kept, or it would stay under the wrong name. Compressed, as the HTTP API does not do that for us;
 * pages are not: in one there are a secret of the session and words of the visitor (BREACH, breachattack.com).
 */
function ownFile(path: string, type: string, content: string): OwnFile {
  const version = createHash('sha256').update(content).digest('hex').slice(0, 12);
  let packed: Uint8Array<ArrayBuffer> | undefined;
  return {
    path,
    address: `${path}?v=${version}`,
    serve: (c) => {
      const headers = {
        'content-type': `${type}; charset=utf-8`,
        'cache-control': c.req.query('v') === version ? 'public, max-age=31536000, immutable' : 'no-cache',
        vary: 'accept-encoding',
      };
      const encoding = accepts(c, {
        header: 'Accept-Encoding',
        supports: ['gzip', 'identity'],
        default: 'identity',
      });
      if (encoding !== 'gzip') return c.body(content, 200, headers);
      packed ??= new Uint8Array(gzipSync(content, { level: 9 }));
      return c.body(packed, 200, { ...headers, 'content-encoding': 'gzip' });
    },
  };
}

export const STYLESHEET = ownFile('/stijl.css', 'text/css', stylesheet);

/** What makes a page easier with a script; every page works without. */
export const PAGE_SCRIPT = ownFile('/pagina.js', 'text/javascript', pageScript);
