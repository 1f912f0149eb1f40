import { RELAXATIONS, RELAXATION_KEYS } from "@/lib/standard/relaxations";

/** The items of the relaxations, each once, with what they are about. */
export const RELAXED_CHOICES: readonly { item: string; subject: string }[] = RELAXATION_KEYS.map((key) => ({ item: RELAXATIONS[key].item, subject: RELAXATIONS[key].subject })).filter(({ item }, at, all) => all.findIndex((one) => one.item === item) === at);
export const relaxedSubject = (item: string): string => RELAXED_CHOICES.find((one) => one.item === item)?.subject ?? "其他项目";
