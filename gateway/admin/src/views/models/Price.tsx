import { useTranslation } from "react-i18next";
import type { Exact } from "../../api/exact";
import { useFormats } from "../../components/format";
import { Pill } from "../../components/Pill";
import { stated, type Model, type Prices } from "./prices";

interface PriceProps {
  unit: string;
  price: Exact | undefined;
  dollars?: Exact | undefined;
  per: string;
}

/** Credits, and below them what that is in dollars. */
export function Price({ unit, price, dollars, per }: PriceProps) {
  const { exact } = useFormats();
  if (price === undefined) return <span className="quiet">—</span>;
  return (
    <span className="two-lines num">
      <span>{exact(stated(unit, price, per))}</span>
      {dollars !== undefined && <small>${exact(stated(unit, dollars, per))}</small>}
    </span>
  );
}

/** What a price says beside input and output. */
export function OtherUnits({ prices, per }: { prices: Prices; per: string }) {
  const { t } = useTranslation();
  const { exact } = useFormats();
  const others = Object.entries(prices).filter(([unit]) => unit !== "input" && unit !== "output");
  if (!others.length) return <span className="quiet">—</span>;
  return (
    <span className="two-lines">
      {others.map(([unit, price]) => <small key={unit} className="num">{t(`unit.${unit}`)}: {exact(stated(unit, price, per))}</small>)}
    </span>
  );
}

export function StatusPills({ model }: { model: Model }) {
  const { t } = useTranslation("models");
  return (
    <span className="pills">
      {!model.is_available && <Pill tone="bad">{t("show.private")}</Pill>}
      {model.is_available && model.is_restricted && <Pill tone="warn">{t("show.restricted")}</Pill>}
      {model.is_available && !model.is_restricted && <Pill>{t("show.public")}</Pill>}
      {model.is_free && <Pill tone="good">{t("show.free")}</Pill>}
      {!model.priced && <Pill tone="warn">{t("show.unpriced")}</Pill>}
      {model.inherited_from !== null && <Pill tone="accent">{t("inheritedFrom", { base: model.inherited_from })}</Pill>}
      {model.scheduled.length > 0 && <Pill tone="accent">{t("scheduled")}</Pill>}
    </span>
  );
}
