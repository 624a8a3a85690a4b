// Words at rest: AES-GCM under the person's own key, bound to that person, so that a box moved to another's opens nothing.
const ALGORITHM = "AES-GCM";

// A key as the server tells it, base64url; it can be used and never be read again.
export function keyFrom(secret) {
  const bytes = Uint8Array.from(atob(secret.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
  return crypto.subtle.importKey("raw", bytes, ALGORITHM, false, ["encrypt", "decrypt"]);
}

export async function seal({ id, key }, value) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  return { iv, sealed: await crypto.subtle.encrypt(bound(iv, id), key, plain) };
}

// Throws where the box is another's or was changed.
export async function unseal({ id, key }, { iv, sealed }) {
  return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(bound(iv, id), key, sealed)));
}

const bound = (iv, owner) => ({ name: ALGORITHM, iv, additionalData: new TextEncoder().encode(owner) });
