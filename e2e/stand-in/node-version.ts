const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 22 || (major === 22 && minor < 15)) {
  console.error(`Myodesk needs Node 22.15 or newer; this is ${process.versions.node}. Run it through npm (npm start), which brings its own.`)
  process.exit(1)
}
