/**
 * `kill` on npm ends npm and its shell, but not the program below them: when it was started by npm, it
 * watches for that and leaves in order by itself.
 */
export function leaveWithNpm(leave) {
  if (!process.env.npm_lifecycle_event) return;
  const shell = process.ppid;
  setInterval(() => {
    if (process.ppid !== shell) leave();
  }, 300).unref();
}
