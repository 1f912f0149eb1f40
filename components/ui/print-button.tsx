"use client";

import { Printer } from "lucide-react";
import { Button } from "./button";

/** Prints the page as it stands, in the print styles. */
export function PrintButton() {
  return <Button onClick={() => window.print()}><Printer aria-hidden size={16} />打印</Button>;
}
