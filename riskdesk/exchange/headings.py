"""The headings under which lists of property offices keep what this program has fields for.

Learned from public risk lists, hazard ledgers, complaint exports and staff lists. Compared folded: full width as half,
no spaces, small letters. A heading that two fields claim belongs to the one that stands first in targets.py.
"""

from __future__ import annotations

HEADINGS: dict[str, dict[str, str]] = {
    "": {
        "site_id": """
            项目 项目名称 所属项目 所在项目 小区 小区名称 楼盘 园区 管理处 服务中心 物业项目 物业服务中心 Site
            Property Project Estate
        """,
        "note": """
            备注 说明 检查类型 检查类别 检查形式 检查方式 检查人 检查人员 排查人 发现人 检查单位 检查部门 隐患类别
            隐患类型 隐患来源 验收意见 复查意见 复查情况 复查结果 验收情况 资金 整改资金 预案 应急预案 监督人 督办人
            管控级别 管控层级 风险管控层级 管控责任层级 发生频次 处理结果 处理情况 回访情况 回访结果 满意度 Notes
            Remarks Remark Comment Comments InspectionType Inspector
        """,
        "counter": "序号 序 No No. 行号 项次 # Nr 序列 不导入的原因 ReasonNotImported",
        "shown": "措施完成情况 MeasuresDone",
        "site_place": "项目与地点 SiteAndPlace",
        "place": """
            地点 位置 部位 所在位置 具体位置 具体地点 场所 区域 所在部位 所在区域 风险部位 风险地点 隐患部位
            隐患地点 隐患位置 检查地点 检查部位 检查区域 发生地点 投诉地点 楼栋 房号 房间号 房间 房屋 楼栋房号 房产
            房屋地址 Place Location Area Room Unit
        """,
        "owner_id": """
            负责人 责任人 管控责任人 责任人员 风险责任人 管控负责人 整改责任人 整改人 整改负责人 责任人姓名 经办人
            Owner RiskOwner Responsible ResponsiblePerson Assignee AssignedTo
        """,
        "department_id": """
            责任部门 部门 管控责任部门 管控部门 主责部门 责任单位 牵头部门 整改部门 整改责任部门 整改单位
            整改责任单位 所属部门 Department Dept Division Team ResponsibleDepartment
        """,
        "not_kept": """
            身份证 身份证号 身份证号码 证件号 证件号码 公民身份号码 家庭住址 家庭地址 住址 户籍地址 现住址 出生日期
            出生年月 银行卡号 银行账号 工资 民族 政治面貌 婚姻状况 IDNumber IDCard HomeAddress BankAccount Birthday
            DateOfBirth
        """,
    },
    "risk": {
        "title": """
            风险 风险名称 风险点 风险点名称 风险事件 风险事项 风险项 风险项目 标题 名称 危险源 危险源名称 风险源
            风险源名称 风险标题 风险点(单元) 潜在事件 危险源或潜在事件 主要危险源 Risk RiskTitle RiskName Title Name
            Hazard RiskEvent
        """,
        "number": "编号 风险编号 风险编码 编码 风险点编号 RiskNumber RiskID ID Number Ref",
        "family": "类别 风险类别 风险分类 风险类型 类型 分类 风险种类 Category RiskCategory Type Family",
        "description": """
            描述 风险描述 具体描述 风险内容 表现形式 主要表现 详细描述 风险表现 风险说明 内容 危险有害因素 危害因素
            Description RiskDescription Details
        """,
        "cause": "原因 成因 产生原因 风险成因 致因 诱因 原因分析 致险因素 Cause RootCause Causes",
        "consequence": """
            后果 可能后果 可能导致的后果 可能造成的后果 影响 危害 事故后果 风险后果 潜在后果 可能发生的事故
            易发生的事故类型 可能导致的事故类型 Consequence Impact Effect Consequences
        """,
        "source": "识别来源 风险来源 来源 Source RecognisedFrom",
        "source_note": "来源说明 依据 识别依据 SourceNote",
        "season": "当季月份 高发月份 高发季节 季节 发生季节 高发时段 Season AcuteIn",
        "controls": """
            现有控制措施 控制措施 管控措施 现有措施 现有管控措施 应对措施 防控措施 防范措施 措施 预防措施
            风险管控措施 管理措施 工程技术措施 工程措施 技术措施 培训教育措施 培训教育 个体防护措施 个体防护
            应急处置措施 应急处置 应急措施 ExistingControls Controls Mitigation ControlMeasures
        """,
        "status": "状态 风险状态 管控状态 Status",
        "review_days": "评审间隔(天) 评审间隔 评审周期 复评周期 ReviewInterval",
        "next_review": """
            下次评审 下次评审日期 下次评审时间 复评日期 评审日期 下次评估日期 下次评估时间 复审日期 NextReview
            ReviewDate
        """,
    },
    "action": {
        "title": """
            措施 隐患内容 隐患描述 隐患名称 隐患情况 存在隐患 主要隐患 安全隐患 隐患 问题描述 存在问题 存在的问题
            发现问题 检查发现问题 检查内容 问题 整改事项 整改内容 事项 任务 任务内容 措施名称 措施内容 隐患内容描述
            隐患问题 标题 Measure Action Title Task Finding Hazard Issue HazardDescription
        """,
        "number": "编号 隐患编号 措施编号 问题编号 整改单号 Number ID Ref",
        "detail": """
            整改措施 整改要求 整改意见 整改方案 治理措施 治理方案 整改建议 防范措施 详细说明 详情 描述 Details
            Description Corrective CorrectiveAction
        """,
        "origin": "来源 措施来源 Origin Source",
        "strand": "策略层面 层面 措施类型 Strand",
        "priority": "优先级 紧急程度 Priority",
        "due": """
            期限 整改期限 整改时限 完成期限 完成时限 要求完成时间 要求完成日期 计划完成时间 计划完成日期 限期
            整改完成时限 要求整改时间 截止日期 Due DueDate Deadline TargetDate
        """,
        "state": "状态 整改情况 整改状态 完成情况 是否完成 是否整改 整改结果 落实情况 进度 是否销号 State Status",
        "waits_for": "等待 等待事项 前置条件 WaitsFor BlockedBy",
        "proof": "完成证明 整改证明 佐证 整改情况说明 完成说明 整改后情况 Proof Evidence",
        "done_on": """
            完成日期 完成时间 整改完成日期 整改完成时间 实际完成时间 实际完成日期 整改日期 整改时间 Done DoneOn
            Completed CompletedOn CompletionDate
        """,
        "verified_by_id": """
            复查人 验收人 确认人 复核人 复查人员 验收人员 复查责任人 销号人 ConfirmedBy VerifiedBy RecheckedBy
        """,
        "verified_on": """
            复查日期 复查时间 验收日期 验收时间 确认日期 复核日期 销号日期 销号时间 ConfirmedOn VerifiedOn
            RecheckedOn
        """,
        "found_on": """
            发现日期 发现时间 检查日期 检查时间 排查日期 排查时间 隐患发现时间 登记日期 上报日期 上报时间 日期
            FoundOn DateFound InspectionDate Date
        """,
        "grade": "隐患等级 隐患级别 等级 级别 隐患分级 HazardGrade Grade Level",
    },
    "complaint": {
        "title": "标题 投诉 投诉标题 投诉事项 主题 事由 诉求 投诉主题 工单标题 事项 Title Subject Complaint",
        "received_on": """
            受理日期 受理时间 受理 收到日期 收到时间 投诉日期 投诉时间 登记日期 登记时间 来电时间 来电日期
            创建时间 创建日期 日期 时间 接单时间 接诉时间 接诉日期 报单时间 提交时间
            ReceivedOn Received Date Created CreatedAt
        """,
        "complaint_type": """
            投诉类型 类型 类别 投诉类别 投诉分类 问题类型 问题类别 工单类型 工单类别 诉求类型 业务类型 分类 Type
            Category ComplaintType
        """,
        "detail": "内容 投诉内容 描述 详情 问题描述 具体内容 投诉详情 工单内容 诉求内容 Detail Details Description",
        "channel": "渠道 来源 投诉渠道 受理渠道 受理方式 投诉方式 来源渠道 工单来源 Channel Source",
        "closed_on": """
            办结日期 办结时间 办结 完成时间 完成日期 关闭时间 关闭日期 结案日期 结案时间 处理完成时间 闭环时间 结单时间
            完结时间 ClosedOn Closed Resolved Settled SettledOn
        """,
        "external": """
            编号 工单号 系统编号 原编号 投诉编号 单号 流水号 工单编号 投诉单号 登记编号 任务单号 Number ID
            TicketNumber Ticket Ref External
        """,
        "not_kept": """
            业主 业主姓名 客户 客户姓名 客户名称 投诉人 姓名 联系人 联系电话 电话 手机 手机号 手机号码 联系方式
            来电号码 业主电话 投诉人电话 投诉人姓名 Customer Resident Phone Mobile
        """,
    },
    "person": {
        "name": "姓名 名字 人员 员工姓名 人员姓名 联系人 成员 Name FullName",
        "post": "职务 岗位 职位 岗位名称 职务岗位 职务/岗位 职称 Post Position JobTitle Title",
        "phone": """
            电话 手机 手机号 手机号码 联系电话 联系方式 移动电话 办公电话 电话号码 值班电话 Phone Mobile Telephone
            Tel PhoneNumber
        """,
        "duties": "预案角色 应急角色 应急职责 应急分工 预案中的角色 角色 职责 RolesInPlaybooks Duties Role Roles",
        "role": "程序权限 权限 程序中的角色 RoleInTheProgram Rights",
        "active": "在职 是否在职 在职状态 人员状态 在岗 是否在岗 状态 WorksHere Active",
        "notes": "备注 说明 Notes Remarks",
    },
}
"""Kind to target to headings; under '' what all kinds share."""

HAZARD_WORDS = ("隐患", "问题", "检查", "hazard", "finding", "issue")
"""A list of measures whose titles stand under one of these words was written at inspections."""

JUDGEMENT_PARTS: dict[str, str] = {
    "level": """
        风险等级 风险级别 等级 级别 风险分级 评价等级 评价级别 风险评价等级 风险评价级别 分级 风险程度 风险颜色 颜色
        风险定级 评估等级 风险评级 等级颜色 riskrating risklevel rating level
    """,
    "points": """
        d r d值 r值 风险值 风险度 分值 得分 总分 风险值d 风险值r 风险分值 评分 危险性 危险程度 风险大小 风险值(d)
        风险值(r) 分数 riskscore score points
    """,
    "likelihood": """
        l l值 可能性 发生可能性 可能性l 事故发生的可能性 发生的可能性 事故发生可能性 概率 发生概率 likelihood
        probability
    """,
    "exposure": """
        e e值 频率 暴露频率 频繁程度 暴露于危险环境的频繁程度 暴露频繁程度 人员暴露频率 频率e 暴露频率e 频次
        exposure
    """,
    "consequence": """
        c c值 后果 后果严重性 后果c 事故后果 发生事故后果 后果严重程度 发生事故产生的后果 损失后果 consequence
    """,
    "severity": """
        s s值 严重度 严重性 严重程度 严重性s 后果严重性s 影响程度 严重度s 后果严重程度s 后果严重性 后果严重程度
        severity impact
    """,
    "reason": "理由 等级理由 评级理由 reason",
}
"""Parts of a judgement of a risk, folded. Some names serve two methods; the other columns decide (scoring.py)."""
