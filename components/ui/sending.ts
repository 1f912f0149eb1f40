import { startTransition } from "react";

/** Sends a form (or what a button in it does instead) without `action`: React empties a form after its action, and with it every choice that was made. */
export const sending = (act: () => void) => (event: { preventDefault: () => void }) => {
  event.preventDefault();
  startTransition(act);
};
