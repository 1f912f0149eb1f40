/** Loaded into the web process before its server: when the program that started it is gone, its stdin ends, and it leaves. */
process.stdin.on("end", () => process.kill(process.pid, "SIGTERM"));
process.stdin.on("error", () => process.kill(process.pid, "SIGTERM"));
process.stdin.resume();
process.stdin.unref?.();
