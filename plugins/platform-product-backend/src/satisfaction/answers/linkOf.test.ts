import { linkOf } from './linkOf';

// HMAC-SHA-256 of ["user:default/ada","component:default/logs"] with 32 zero bytes,
// as OpenSSL has it.
const secret = Buffer.alloc(32).toString('base64');
const known =
  '907b30205953ebd6c57fa50f14f57e4b4df04107062ca08f06e6dd2b470b6915';
const [ada, ben] = ['user:default/ada', 'user:default/ben'];
const [logs, metrics] = ['component:default/logs', 'component:default/metrics'];

describe('linkOf', () => {
  it('is the keyed hash that the design names', () => {
    expect(linkOf(secret, ada, logs)).toBe(known);
  });

  it('is another one for another person, service or secret', () => {
    const other = Buffer.alloc(32, 1).toString('base64');
    const links = [
      linkOf(secret, ada, logs),
      linkOf(secret, ben, logs),
      linkOf(secret, ada, metrics),
      linkOf(other, ada, logs),
      // Nor do the two parts run into each other.
      linkOf(secret, `${ada}","${logs}`, ''),
      linkOf(secret, logs, ada),
    ];
    expect(new Set(links).size).toBe(links.length);
  });
});
