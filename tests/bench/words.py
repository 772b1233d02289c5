"""Made-up Chinese text that looks like what property offices write: a fixed vocabulary, so that words repeat."""

from __future__ import annotations

import random

_VOCABULARY = """
    电梯 困人 漏水 消防 通道 堵塞 业主 投诉 物业 客服 保安 保洁 维保 单位 到场 超时 停电 水泵
    故障 地下 车库 积水 台风 暴雨 外墙 脱落 高空 抛物 电动车 充电 起火 烟雾 报警 疏散 演练 预案
    巡查 整改 隐患 排查 监控 缺失 门禁 失效 单元 楼道 照明 损坏 噪音 扰民 装修 违规 拆改 承重
    管道 爆裂 供暖 不足 燃气 泄漏 配电 短路 井盖 松动 儿童 滑梯 受伤 老人 走失 宠物 伤人 快递
    丢失 车辆 刮擦 道闸 砸车 收费 争议 公示 不清 合同 到期 外包 人员 离职 培训 不足 值班 空岗
    记录 不全 信息 泄露 群聊 谣言 视频 传播 媒体 采访 舆情 发酵 律师 函件 诉讼 赔偿 保险 理赔
    街道 办事 警方 到场 急救 送医 情绪 激动 安抚 道歉 解释 沟通 回访 满意 方案 落实 责任 部门
    跟进 期限 复查 合格
"""
WORDS = _VOCABULARY.split()
_ENDS = "，，，。；"


def chinese(rng: random.Random, length: int) -> str:
    """About `length` characters of text with punctuation; a short one is a title without any."""
    parts: list[str] = []
    size = 0
    while size < length:
        words = rng.choices(WORDS, k=rng.randint(3, 6))
        parts.append("".join(words))
        size += sum(map(len, words)) + 1
    if length < 20:
        return "".join(parts)[:length]
    return "".join(part + rng.choice(_ENDS) for part in parts)
