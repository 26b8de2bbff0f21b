import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { approximately, type Exact } from "../../api/exact";
import { Count, Credits, Money } from "../../components/Amount";
import { useFormats } from "../../components/format";
import { StatTile } from "../../components/StatTile";

interface TilesProps {
  figures: Schemas["Overview"] | undefined;
  money: Schemas["SummaryRow"][] | undefined;
  failed: boolean;
}

export function Tiles({ figures, money, failed }: TilesProps) {
  const { t } = useTranslation("overview");
  const accounts = figures?.accounts;
  return (
    <div className="tiles">
      <StatTile label={t("creditsUsed")} value={figures && <Credits value={figures.credits_used} short />} hint={figures && <Trend now={figures.credits_used} before={figures.credits_used_before} />} />
      <StatTile label={t("remaining")} value={accounts && <Credits value={accounts.remaining} short />} hint={accounts && <>{t("held")} <Credits value={accounts.held} /></>} />
      <StatTile label={t("activeUsers")} value={figures && <Count value={figures.active_users} />} hint={accounts && t("ofUsers", { count: accounts.total })} />
      <StatTile label={t("charges")} value={figures && <Count value={figures.charges} />} hint={figures && t("models", { count: figures.models_used })} />
      <MoneyTile label={t("revenue")} money={money} failed={failed} of={(row) => row.net} hint={(row) => t("payments", { count: row.payments })} />
      <MoneyTile label={t("mrr")} money={money} failed={failed} of={(row) => row.mrr} hint={(row) => t("subscribers", { count: row.subscribers })} />
    </div>
  );
}

interface MoneyTileProps {
  label: string;
  money: Schemas["SummaryRow"][] | undefined;
  failed: boolean;
  of: (row: Schemas["SummaryRow"]) => Exact;
  hint: (row: Schemas["SummaryRow"]) => string;
}

/** The first currency in large, others below: amounts of two currencies have no sum. */
function MoneyTile({ label, money, failed, of, hint }: MoneyTileProps) {
  const { t } = useTranslation("overview");
  const first = money?.[0];
  const value = first ? <Money value={of(first)} currency={first.currency} short /> : money || failed ? "—" : undefined;
  const others = (money ?? []).slice(1).map((row) => <Money key={row.currency} value={of(row)} currency={row.currency} />);
  return <StatTile label={label} value={value} hint={failed ? t("billingAway") : others.length ? others : first ? hint(first) : t("nothingSold")} />;
}

function Trend({ now, before }: { now: Exact; before: Exact }) {
  const { t } = useTranslation("overview");
  const { percent } = useFormats();
  const [new_, old] = [approximately(now), approximately(before)];
  if (!old) return <>{t("noBefore")}</>;
  const change = (new_ - old) / old;
  return <>{t("trend", { change: `${change >= 0 ? "+" : ""}${percent(change)}` })}</>;
}
