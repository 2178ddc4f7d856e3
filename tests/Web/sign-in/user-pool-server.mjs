// A user pool's pages and the API behind its authorizer, on one HTTP server: it checks what Cognito checks.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';

export const CLIENT = 'client-1';
const TOKEN_SECONDS = 3600;

export class UserPoolServer {
  exchanges = 0;
  refreshes = 0;
  asked = [];
  refreshStatus = 200;
  rotates = false;
  accepts = token => token === this.#valid;
  #codes = new Map();
  #valid;
  #refreshToken;
  #issued = 0;
  #server = createServer((request, response) => this.#answer(request, response));

  static async start() {
    const made = new UserPoolServer();
    made.#server.listen(0, '127.0.0.1');
    await once(made.#server, 'listening');
    return made;
  }

  get address() { return `http://127.0.0.1:${this.#server.address().port}`; }

  async stop() {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }

  // What the hosted pages do after the right password: return to the page, with a code.
  signsIn(authorize) {
    const query = authorize.searchParams;
    const code = `code-${this.#codes.size + 1}`;
    this.#codes.set(code, { challenge: query.get('code_challenge'), redirectUri: query.get('redirect_uri') });
    return `${query.get('redirect_uri')}?code=${code}&state=${query.get('state')}`;
  }

  revokeIdToken() { this.#valid = undefined; }

  revokeRefreshToken() { this.#refreshToken = undefined; }

  async #answer(request, response) {
    const say = (status, body) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    if (request.url.startsWith('/analytics')) {
      this.asked.push(request.headers.authorization);
      return this.accepts(request.headers.authorization)
        ? say(200, { items: [] })
        : say(401, { message: 'Unauthorized' });
    }

    let text = '';
    for await (const part of request) {
      text += part;
    }
    if (request.method !== 'POST' || request.url !== '/oauth2/token') {
      return say(404, {});
    }
    const fields = new URLSearchParams(text);
    if (fields.get('client_id') !== CLIENT) {
      return say(400, { error: 'invalid_client' });
    }
    return fields.get('grant_type') === 'refresh_token' ? this.#refresh(fields, say) : this.#exchange(fields, say);
  }

  #exchange(fields, say) {
    this.exchanges++;
    const known = this.#codes.get(fields.get('code'));
    this.#codes.delete(fields.get('code'));
    const challenge = createHash('sha256').update(fields.get('code_verifier') ?? '').digest('base64url');
    return fields.get('grant_type') === 'authorization_code'
      && known?.challenge === challenge && known.redirectUri === fields.get('redirect_uri')
      ? say(200, this.#issue(true))
      : say(400, { error: 'invalid_grant' });
  }

  #refresh(fields, say) {
    this.refreshes++;
    if (this.refreshStatus !== 200) {
      return say(this.refreshStatus, { error: 'out_of_order' });
    }
    return fields.get('refresh_token') === this.#refreshToken
      ? say(200, this.#issue(this.rotates))
      : say(400, { error: 'invalid_grant' });
  }

  #issue(withRefreshToken) {
    const number = ++this.#issued;
    // A clock of its own, far from the page's; '>>>???' needs the letters that base64url has and base64 has not.
    const claims = { iat: 1_000_000, exp: 1_000_000 + TOKEN_SECONDS, jti: `${number}>>>???` };
    const encoded = [{ alg: 'none' }, claims].map(part => Buffer.from(JSON.stringify(part)).toString('base64url'));
    this.#valid = `${encoded.join('.')}.signature`;
    if (withRefreshToken) {
      this.#refreshToken = `refresh-${number}`;
    }
    return {
      id_token: this.#valid, access_token: 'not-for-this-api', expires_in: 300, token_type: 'Bearer',
      ...(withRefreshToken && { refresh_token: this.#refreshToken }),
    };
  }
}
