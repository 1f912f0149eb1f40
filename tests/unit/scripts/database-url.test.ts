import { describe, expect, it } from "vitest";
import { diagnoseConnection, parseDatabaseUrl } from "../../../scripts/start/database-url.mjs";

describe("parseDatabaseUrl", () => {
  it("reads user, password, server and database", () => {
    expect(parseDatabaseUrl("postgresql://a%40b:p%2Fw@db.example:6543/%E4%BC%98%E5%9D%87?sslmode=require")).toEqual({ user: "a@b", password: "p/w", server: "db.example:6543", database: "优均" });
    expect(parseDatabaseUrl("postgres://a:b@host/x").server).toBe("host:5432");
    expect(parseDatabaseUrl("postgresql:///x?host=/run/postgresql").server).toBe("/run/postgresql:5432");
  });

  it.each(["", "localhost:5432/x", "mysql://a:b@h/x", "postgresql://a:b@h", "postgresql://a:b@h/", "postgresql://a:b@h:port/x", "postgresql://a:100%@h/x"])("refuses %j with a sentence that names the variable", (text) => {
    expect(() => parseDatabaseUrl(text, "DATABASE_APP_URL")).toThrow(/^DATABASE_APP_URL 的写法不对/);
  });
});

describe("diagnoseConnection", () => {
  const parts = { user: "u", password: "secret-word", server: "h:1", database: "d" };
  it.each([
    [{ code: "28P01" }, "用户名或密码"],
    [{ code: "28000", message: "no pg_hba.conf entry for host" }, "pg_hba.conf"],
    [{ code: "3D000" }, "不存在"],
    [{ code: "42501" }, "权限"],
    [{ code: "53300" }, "连接数已满"],
    [{ code: "57P03" }, "正在启动"],
    [{ code: "ECONNREFUSED" }, "连不上"],
    [{ code: "ENOTFOUND" }, "连不上"],
    [{ message: "timeout expired" }, "连不上"],
    [{ message: "SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string" }, "需要密码"],
    [{ message: "The server does not support SSL connections" }, "加密连接"],
  ])("says what %j means, without the password", (error, expected) => {
    const found = diagnoseConnection(error, parts);
    expect(found).toContain(expected);
    expect(found).toMatch(/^DATABASE_URL：.*。$/);
    expect(found).not.toContain(parts.password);
  });

  it("leaves other errors alone", () => {
    expect(diagnoseConnection({ code: "42601", message: "syntax error" }, parts)).toBeNull();
  });
});
