// Loaded into each process that `npm start` starts: when that one is killed outright, it cannot end its own, and a web
// server left behind would keep the port and serve yesterday's build.
const parent = process.ppid

setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
}, 1_000).unref()
