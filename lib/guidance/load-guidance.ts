import { scopeOf, type Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { withScope } from "@/lib/db/with-scope";
import { codeRange, childLength } from "@/lib/divisions/codes";
import { getPlace, type Place } from "@/lib/divisions/get-place";

export type GuidanceItem = { id: string; fromName: string; divisionCode: string; divisionName: string; subject: string; body: string; sentAt: Date; reply: string | null; repliedAt: Date | null; version: number };
export type GuidanceView = { place: Place; items: GuidanceItem[]; targets: { code: string; name: string }[]; sends: boolean; replies: boolean };

const NEWEST = 100;

/** What /d/[code]/guidance shows: to the division addressed what came, to the levels above what was sent there and below. */
export async function loadGuidance(actor: Actor, code: string): Promise<GuidanceView> {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    const [low, high] = codeRange(code);
    const items = await tx.$queryRaw<GuidanceItem[]>`
      SELECT g.id, g.from_name AS "fromName", g.division_code AS "divisionCode", d.name AS "divisionName", g.subject, g.body, g.sent_at AS "sentAt", g.reply, g.replied_at AS "repliedAt", g.version
      FROM guidance g JOIN divisions d ON d.code = g.division_code
      WHERE g.division_code COLLATE "C" >= ${low} AND g.division_code COLLATE "C" < ${high} ORDER BY g.sent_at DESC LIMIT ${NEWEST}::int`;
    const own = actor.office.divisionCode === code;
    const sends = own && can(actor, "guidance.send");
    const targets = sends ? await tx.$queryRaw<{ code: string; name: string }[]>`SELECT code, name FROM divisions WHERE code <> ${code} AND code COLLATE "C" >= ${low} AND code COLLATE "C" < ${high} AND (level = 'county' OR length(code) = ${childLength(place.level)}::int) ORDER BY code LIMIT 400` : [];
    return { place, items, targets, sends, replies: own && can(actor, "guidance.reply") };
  });
}
