import { notFound } from "next/navigation";
import { AppError } from "@/lib/errors";

/** Runs a page's loader; what is not there, or not in reach, is a 404 page. */
export async function loadPage<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (error instanceof AppError && (error.code === "notFound" || error.code === "forbidden")) notFound();
    throw error;
  }
}
