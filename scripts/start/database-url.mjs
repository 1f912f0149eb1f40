/** What is wrong with a database address, in one sentence that never shows the password. */
import { Trouble } from "./report.mjs";

const FORM = "postgresql://用户名:密码@主机:5432/库名";

/** Parses an address; a malformed one stops with a sentence that names the variable. */
export function parseDatabaseUrl(text, variable = "DATABASE_URL") {
  let url;
  try {
    url = new URL(text);
    decodeURIComponent(url.password);
    decodeURIComponent(url.username);
  } catch {
    throw new Trouble(`${variable} 的写法不对，应为 ${FORM}（密码里的特殊字符要写成 %XX）。`);
  }
  const database = decodeURIComponent(url.pathname.slice(1));
  const wellFormed = /^postgres(ql)?:$/.test(url.protocol) && database && !database.includes("/") && (url.hostname || url.searchParams.get("host"));
  if (!wellFormed) throw new Trouble(`${variable} 的写法不对，应为 ${FORM}。`);
  return {
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    server: `${url.hostname || url.searchParams.get("host")}:${url.port || 5432}`,
    database,
  };
}

const UNREACHABLE = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH", "ECONNRESET", "ENOENT"];

/** One sentence for an error met while connecting; null when the address is not what is wrong. */
export function diagnoseConnection(error, { user, server, database }, variable = "DATABASE_URL") {
  const message = String(error?.message ?? "");
  const says = (sentence) => `${variable}：${sentence}`;
  switch (error?.code) {
    case "28P01":
    case "28000":
      return /pg_hba/.test(message) ? says(`数据库服务器 ${server} 不允许本机以用户 ${user} 连接，请在它的 pg_hba.conf 中放行。`) : says(`用户 ${user} 的用户名或密码不对。`);
    case "3D000":
      return says(`数据库 ${database} 不存在，请先在 ${server} 上建立它。`);
    case "42501":
      return says(`用户 ${user} 没有连接数据库 ${database} 的权限。`);
    case "53300":
      return says(`数据库服务器 ${server} 的连接数已满，请稍后再试。`);
    case "57P03":
      return says(`数据库服务器 ${server} 正在启动或恢复，请稍后再试。`);
    default:
  }
  if (UNREACHABLE.includes(error?.code) || /timeout|Connection terminated/i.test(message)) return says(`连不上数据库服务器 ${server}，请检查地址、端口、防火墙和数据库是否已启动。`);
  if (/SASL|password must be a string/i.test(message)) return says(`用户 ${user} 需要密码，地址里没有写。`);
  if (/SSL/i.test(message)) return says(`与数据库服务器 ${server} 的加密连接没有建立，请检查 sslmode 的设置。`);
  return null;
}

/** Opens a client; trouble becomes one sentence. Loaded late, since pg may not be installed when the program begins. */
export async function connect(connectionString, variable = "DATABASE_URL") {
  const parts = parseDatabaseUrl(connectionString, variable);
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 8000, application_name: "youjun-setup" });
  client.on("error", () => {}); // a connection lost later shows in the query that follows
  try {
    await client.connect();
    return client;
  } catch (error) {
    const found = diagnoseConnection(error, parts, variable);
    if (found) throw new Trouble(found);
    throw error;
  }
}

/** Runs `work` with a client that is closed afterwards. */
export async function withClient(connectionString, work, variable) {
  const client = await connect(connectionString, variable);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
