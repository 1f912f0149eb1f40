import clsx from "clsx";
import Link from "next/link";
import { OUTSIDE, TILE_NOTE, TILES } from "./tiles";

export type TileFigure = { name: string; counties: number; reported: number; compliant: number };

/** Shades by the share of counties that meet the standard among those with whole data; the figure is printed in each tile. */
const SHADES = ["bg-surface", "bg-brand/12", "bg-brand/30", "bg-brand/60 text-white", "bg-brand text-white"] as const;
const LEGEND = ["0", "不足 25%", "25%—50%", "50%—75%", "75% 及以上"] as const;

function shadeOf({ reported, compliant }: TileFigure): number {
  if (reported === 0 || compliant === 0) return 0;
  return compliant * 4 >= reported * 3 ? 4 : compliant * 2 >= reported ? 3 : compliant * 4 >= reported ? 2 : 1;
}

const sentence = ({ name, counties, reported, compliant }: TileFigure) =>
  reported === 0 ? `${name}：没有完整的审定数据` : `${name}：${counties} 个县级单位中 ${reported} 个完成审定，${compliant} 个四个方面均达标`;

/** The country as tiles, each with its figure and its way down. */
export function TileGrid({ figures, year }: { figures: Map<string, TileFigure>; year: number }) {
  return (
    <figure>
      <ul className="grid max-w-3xl grid-cols-9 gap-0.5 sm:gap-1" aria-label="各省级单位达到标准的县数">
        {TILES.map(([code, name, gridColumn, gridRow]) => {
          const figure = figures.get(code);
          const open = !figure || OUTSIDE.includes(code);
          const whole = figure && figure.reported > 0;
          const look = clsx("flex h-full min-h-12 flex-col items-center justify-center rounded border text-center leading-tight no-underline sm:min-h-14",
            whole ? SHADES[shadeOf(figure)] : "bg-surface text-muted", figure && whole && figure.reported < figure.counties ? "border-dashed border-muted" : "border-line");
          const inside = <><span className="text-[0.6875rem] whitespace-nowrap sm:text-xs">{name}</span><span className="font-semibold tabular-nums">{whole ? figure.compliant : "—"}</span></>;
          return (
            <li key={code} style={{ gridColumn, gridRow }}>
              {open ? <span className={look}>{inside}</span> : <Link href={`/d/${code}/overview?year=${year}`} prefetch={false} aria-label={sentence(figure)} title={sentence(figure)} className={look}>{inside}</Link>}
            </li>
          );
        })}
      </ul>
      <figcaption className="mt-3 space-y-1 text-sm text-muted">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span>方格内为达到标准的县数；深浅为其占完成审定县的比例：</span>
          {LEGEND.map((text, at) => <span key={text} className="inline-flex items-center gap-1"><span aria-hidden className={clsx("inline-block size-3.5 rounded border border-line", SHADES[at])} />{text}</span>)}
          <span>虚线框：还有县没有完整的审定数据；“—”：没有完整的审定数据。</span>
        </p>
        <p>{TILE_NOTE}</p>
      </figcaption>
    </figure>
  );
}
