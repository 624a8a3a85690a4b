"""All situations of the demo."""

from coaching.demo.phrases.collect import COLLECT
from coaching.demo.phrases.complaint import COMPLAINT
from coaching.demo.phrases.fitting import FITTING
from coaching.demo.phrases.gift import GIFT
from coaching.demo.phrases.late_delivery import LATE_DELIVERY
from coaching.demo.phrases.loyalty import LOYALTY
from coaching.demo.phrases.no_receipt import NO_RECEIPT
from coaching.demo.phrases.price import PRICE
from coaching.demo.phrases.repair import REPAIR
from coaching.demo.phrases.wrong_size import WRONG_SIZE

SITUATIONS = (
    NO_RECEIPT, LATE_DELIVERY, WRONG_SIZE, FITTING, LOYALTY, PRICE, REPAIR, COMPLAINT, COLLECT, GIFT
)  # fmt: skip
