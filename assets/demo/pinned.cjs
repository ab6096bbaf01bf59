// Preloaded into drizzle-kit: the moment a step was written, ids that stay, and the answers to its rename questions.
// With it, generating again gives the same bytes; everything else is the tool's own work.
const crypto = require('node:crypto');
const { syncBuiltinESMExports } = require('node:module');

const moment = Date.parse(process.env.DEMO_WHEN);
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...args) {
    super(...(args.length ? args : [moment]));
  }
  static now() {
    return moment;
  }
};

let drawn = 0;
crypto.randomUUID = () => {
  const hex = crypto.createHash('md5').update(`${process.env.DEMO_STEP}/${drawn++}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
};
syncBuiltinESMExports();

// drizzle-kit asks on a terminal only whether a column is new or renamed. Here every such question means "renamed".
if (process.env.DEMO_RENAMES) {
  const write = process.stdout.write.bind(process.stdout);
  process.stdin.isTTY = true;
  process.stdout.isTTY = true;
  process.stdin.setRawMode = () => process.stdin;
  let answering = false;
  process.stdout.write = (chunk, ...rest) => {
    const text = String(chunk).replace(/\x1b\[[0-9;?]*[A-Za-z]/g, '');
    if (text.includes('❯') && text.includes('~') && !answering) {
      answering = true;
      setTimeout(() => {
        process.stdin.emit('keypress', undefined, { name: 'down' });
        process.stdin.emit('keypress', undefined, { name: 'return' });
      }, 20);
    }
    return write(chunk, ...rest);
  };
}
