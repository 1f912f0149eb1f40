/** One fixed name, so that the proxy and the server look for the same cookie behind HTTPS too. */
export const SESSION_COOKIE = "youjun-session";
