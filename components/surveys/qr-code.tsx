"use client";

import { useEffect, useState } from "react";

/** A QR code of an address, drawn in the browser by a library that loads only where a code is shown. */
export function QrCode({ address, size = 160 }: { address: string; size?: number }) {
  const [picture, setPicture] = useState("");
  useEffect(() => {
    let wanted = true;
    void import("qrcode").then((library) => library.toDataURL(address, { margin: 1, width: size * 2 })).then((data) => { if (wanted) setPicture(data); });
    return () => { wanted = false; };
  }, [address, size]);
  // A data address has no use for the image service.
  // eslint-disable-next-line @next/next/no-img-element
  return picture ? <img src={picture} width={size} height={size} alt="问卷二维码" /> : <span className="inline-block bg-page" style={{ width: size, height: size }} />;
}
