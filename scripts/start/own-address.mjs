/**
 * Loaded into the web process before its server. Without a proxy in front (YOUJUN_TRUST_PROXY=1 says that there is one) the
 * forwarding headers are a visitor's own words: they are replaced by what the socket says, so that sign-in locks count real addresses.
 */
import http from "node:http";

if (process.env.YOUJUN_TRUST_PROXY !== "1") {
  const emit = http.Server.prototype.emit;
  http.Server.prototype.emit = function emitWithOwnAddress(name, request, ...rest) {
    if (name === "request") {
      request.headers["x-forwarded-for"] = request.socket.remoteAddress ?? "";
      delete request.headers["x-forwarded-host"];
      delete request.headers["x-forwarded-proto"];
    }
    return emit.call(this, name, request, ...rest);
  };
}
