import type { ComponentType } from 'react';
import { InsightDesk } from '#renderer/desks/insight/insight-desk.tsx';
import { InspectionDesk } from '#renderer/desks/inspection/inspection-desk.tsx';
import { PlatformDesk } from '#renderer/desks/platform/platform-desk.tsx';
import { PrintingDesk } from '#renderer/desks/printing/printing-desk.tsx';
import { ReceivingDesk } from '#renderer/desks/receiving/receiving-desk.tsx';
import { ReviewDesk } from '#renderer/desks/review/review-desk.tsx';
import { SettingsDesk } from '#renderer/desks/settings/settings-desk.tsx';
import { SurveillanceDesk } from '#renderer/desks/surveillance/surveillance-desk.tsx';
import type { Desk } from '#shared/domain/roles.ts';

/** The screen of each desk. */
export const DESK_SCREENS: Readonly<Record<Desk, ComponentType>> = {
  receiving: ReceivingDesk,
  inspection: InspectionDesk,
  review: ReviewDesk,
  printing: PrintingDesk,
  surveillance: SurveillanceDesk,
  insight: InsightDesk,
  platform: PlatformDesk,
  settings: SettingsDesk,
};
