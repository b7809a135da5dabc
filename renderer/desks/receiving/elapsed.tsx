import { useEffect, useState } from 'react';
import { useText } from '#renderer/ui/language.tsx';

/** How long the clerk has had this parcel open; a reminder, recorded nowhere. */
export function Elapsed() {
  const text = useText();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((now) => now + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return <span className="dim">{text('receiving.elapsed', { time })}</span>;
}
