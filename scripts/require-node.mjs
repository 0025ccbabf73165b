// Plain JavaScript that an old Node can read: every npm script loads it first (--import), so that a wrong Node gets one line.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Placard needs Node 22.18 or newer, and this is ${process.versions.node}. On Linux and Windows "npm ci" brings Node 24 along (without --omit=optional); on macOS install it from nodejs.org or with "brew install node".`,
  );
  process.exit(2);
}
