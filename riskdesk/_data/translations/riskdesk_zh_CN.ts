<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
 <context>
  <name>riskdesk</name>
  <message>
   <source> ({where})</source>
   <translation>（{where}）</translation>
  </message>
  <message>
   <source> days</source>
   <translation>天</translation>
  </message>
  <message>
   <source> points</source>
   <translation>分</translation>
  </message>
  <message>
   <source>&amp;Look in:</source>
   <translation>位置(&amp;L)：</translation>
  </message>
  <message>
   <source>(Did you mean one of: {possibilities}?)</source>
   <translation>（是否指其中之一：{possibilities}？）</translation>
  </message>
  <message>
   <source>(empty)</source>
   <translation>（空）</translation>
  </message>
  <message>
   <source>(entered {time})</source>
   <translation>（{time} 补记）</translation>
  </message>
  <message>
   <source>(no action yet)</source>
   <translation>（还没有写动作）</translation>
  </message>
  <message>
   <source>, </source>
   <translation>、</translation>
  </message>
  <message>
   <source>09-14 21:06</source>
   <translation>09-14 21:06</translation>
  </message>
  <message>
   <source>1 needs someone</source>
   <translation>1 条需处理</translation>
  </message>
  <message>
   <source>1 page</source>
   <translation>1 页</translation>
  </message>
  <message>
   <source>1 record</source>
   <translation>1 条记录</translation>
  </message>
  <message>
   <source>110 needed</source>
   <translation>需要 110</translation>
  </message>
  <message>
   <source>120 needed</source>
   <translation>需要 120</translation>
  </message>
  <message>
   <source>14:37, or 5 for 5 minutes ago</source>
   <translation>14:37，或 5（5 分钟前）</translation>
  </message>
  <message>
   <source>20:00</source>
   <translation>20:00</translation>
  </message>
  <message>
   <source>; </source>
   <translation>；</translation>
  </message>
  <message>
   <source>A backup can be opened in its place; backups lie in {folder}.</source>
   <translation>可以改为打开备份，备份在 {folder}。</translation>
  </message>
  <message>
   <source>A closed incident has a closing time, and only a closed one.</source>
   <translation>已结束的事件要有结束时间，未结束的不能有。</translation>
  </message>
  <message>
   <source>A copy of {what}, made when you save. Everything comes along.</source>
   <translation>{what} 的副本，保存后才会建立，内容全部带过来。</translation>
  </message>
  <message>
   <source>A copy of {what}, made when you save. What stays behind: {fields}.</source>
   <translation>{what} 的副本，保存后才会建立。不带过来的有：{fields}。</translation>
  </message>
  <message>
   <source>A draft risk was raised and linked with {n} complaints.</source>
   <translation>已提出一条草稿风险，并关联 {n} 件投诉。</translation>
  </message>
  <message>
   <source>A later step of your own, which cannot be undone, has changed {record}. Nothing was undone.</source>
   <translation>您之后的操作（不能撤销的）又改动了 {record}，未作撤销。</translation>
  </message>
  <message>
   <source>A level comes from a score, or is set by hand with a reason.</source>
   <translation>级别由评分得出，或手工设定并说明原因。</translation>
  </message>
  <message>
   <source>A level set by hand needs a reason and stays marked.</source>
   <translation>手工设定级别需要说明原因，并一直带有标记。</translation>
  </message>
  <message>
   <source>A level set by hand needs a reason.</source>
   <translation>手工设定级别需要说明原因。</translation>
  </message>
  <message>
   <source>A log only grows. Strike the entry with a reason instead.</source>
   <translation>记录只增不改。请注明原因后划去该条。</translation>
  </message>
  <message>
   <source>A new drill of this playbook begins with these. Participants never see them.</source>
   <translation>本预案的新演练从这些注入开始。参演人员看不到。</translation>
  </message>
  <message>
   <source>A pause begins after the one before it has ended.</source>
   <translation>暂停应在上一次暂停结束之后开始。</translation>
  </message>
  <message>
   <source>A photo, a receipt, a reading, who saw it</source>
   <translation>照片、收据、读数、见证人</translation>
  </message>
  <message>
   <source>A playbook says what is done, by whom and by when, once something happens. Begin with the likeliest one.</source>
   <translation>预案写明事情发生后做什么、谁来做、多快做到。先写最可能用到的那一个。</translation>
  </message>
  <message>
   <source>A playbook without steps cannot be approved.</source>
   <translation>没有步骤的预案不能批准。</translation>
  </message>
  <message>
   <source>A record here needs a key of small letters, digits and _.</source>
   <translation>这里的记录需要 key：只用小写字母、数字和下划线。</translation>
  </message>
  <message>
   <source>A record with this id is in the file already.</source>
   <translation>文件中已有此标识的记录。</translation>
  </message>
  <message>
   <source>A red risk is accepted by a safety officer.</source>
   <translation>红色风险须由安全主管批准接受。</translation>
  </message>
  <message>
   <source>A restored backup becomes a file of its own and is opened; the present file stays where it is.</source>
   <translation>恢复的备份会成为一个单独的文件并打开，现在的文件原样保留。</translation>
  </message>
  <message>
   <source>A safety officer or an administrator may do this.</source>
   <translation>安全主管或管理员可以操作。</translation>
  </message>
  <message>
   <source>A sheet holds {n} rows at most. Export as CSV.</source>
   <translation>一张工作表最多 {n} 行，请导出为 CSV。</translation>
  </message>
  <message>
   <source>A snapshot is made when a review meeting is signed.</source>
   <translation>排查会签字时形成快照。</translation>
  </message>
  <message>
   <source>A table is expected here.</source>
   <translation>这里应是一个表。</translation>
  </message>
  <message>
   <source>A teaching scenario is never passed off as something that happened.</source>
   <translation>教学情景绝不充作真实事件。</translation>
  </message>
  <message>
   <source>A whole number from {low} to {high}.</source>
   <translation>须为 {low} 至 {high} 的整数。</translation>
  </message>
  <message>
   <source>About</source>
   <translation>关于</translation>
  </message>
  <message>
   <source>Accept</source>
   <translation>接受</translation>
  </message>
  <message>
   <source>Accept risk</source>
   <translation>接受风险</translation>
  </message>
  <message>
   <source>Accept risk…</source>
   <translation>接受风险…</translation>
  </message>
  <message>
   <source>Acceptance</source>
   <translation>接受</translation>
  </message>
  <message>
   <source>Acceptance by {who} lapsed on {until}: {why}</source>
   <translation>{who}的接受已于 {until} 到期：{why}</translation>
  </message>
  <message>
   <source>Acceptance lapsed</source>
   <translation>接受已到期</translation>
  </message>
  <message>
   <source>Acceptance lapses</source>
   <translation>接受到期</translation>
  </message>
  <message>
   <source>Accepted</source>
   <translation>已接受</translation>
  </message>
  <message>
   <source>Accepted by {who} until {until}: {why}</source>
   <translation>{who}接受至 {until}：{why}</translation>
  </message>
  <message>
   <source>Acknowledge</source>
   <translation>知道了</translation>
  </message>
  <message>
   <source>Action</source>
   <translation>整改</translation>
  </message>
  <message>
   <source>Actions</source>
   <translation>整改</translation>
  </message>
  <message>
   <source>Activate the playbook</source>
   <translation>启动预案</translation>
  </message>
  <message>
   <source>Activated</source>
   <translation>已启动</translation>
  </message>
  <message>
   <source>Acute in</source>
   <translation>易发月份</translation>
  </message>
  <message>
   <source>Acute in the next quarter: months {months}.</source>
   <translation>下季度当季：{months} 月。</translation>
  </message>
  <message>
   <source>Acute next quarter</source>
   <translation>下季度当季</translation>
  </message>
  <message>
   <source>Adapt this form…</source>
   <translation>改成本单位的表…</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>添加</translation>
  </message>
  <message>
   <source>Add a body</source>
   <translation>添加一个单位</translation>
  </message>
  <message>
   <source>Add a class</source>
   <translation>添加类别</translation>
  </message>
  <message>
   <source>Add a corrective action</source>
   <translation>添加整改</translation>
  </message>
  <message>
   <source>Add a family</source>
   <translation>添加类别</translation>
  </message>
  <message>
   <source>Add a lesson</source>
   <translation>添加一条教训</translation>
  </message>
  <message>
   <source>Add a measure</source>
   <translation>添加措施</translation>
  </message>
  <message>
   <source>Add a phrase</source>
   <translation>添加用语</translation>
  </message>
  <message>
   <source>Add a task</source>
   <translation>添加一项</translation>
  </message>
  <message>
   <source>Add a time</source>
   <translation>添加时限</translation>
  </message>
  <message>
   <source>Add again</source>
   <translation>另加</translation>
  </message>
  <message>
   <source>Add an event</source>
   <translation>添加一个经过</translation>
  </message>
  <message>
   <source>Add files…</source>
   <translation>添加附件…</translation>
  </message>
  <message>
   <source>Add inject</source>
   <translation>添加注入</translation>
  </message>
  <message>
   <source>Add line</source>
   <translation>加一行</translation>
  </message>
  <message>
   <source>Add material</source>
   <translation>添加物资</translation>
  </message>
  <message>
   <source>Add playbooks</source>
   <translation>增加预案</translation>
  </message>
  <message>
   <source>Add something to talk about</source>
   <translation>添加要讨论的事项</translation>
  </message>
  <message>
   <source>Add step</source>
   <translation>添加步骤</translation>
  </message>
  <message>
   <source>Add to the agenda</source>
   <translation>加入议程</translation>
  </message>
  <message>
   <source>Added</source>
   <translation>新增</translation>
  </message>
  <message>
   <source>Added this month</source>
   <translation>本月新增</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>地址</translation>
  </message>
  <message>
   <source>Administrative regulation</source>
   <translation>行政法规</translation>
  </message>
  <message>
   <source>Administrator</source>
   <translation>管理员</translation>
  </message>
  <message>
   <source>After</source>
   <translation>之后</translation>
  </message>
  <message>
   <source>Agenda</source>
   <translation>议程</translation>
  </message>
  <message>
   <source>Agenda, decisions, minutes and this risk list cannot be changed after that, and it cannot be undone.</source>
   <translation>签字后，议程、决定、纪要和这份风险清单都不能再改，也不能撤销。</translation>
  </message>
  <message>
   <source>Alike by {percent} %: “{title}”</source>
   <translation>相似度 {percent}%：“{title}”</translation>
  </message>
  <message>
   <source>All</source>
   <translation>全部</translation>
  </message>
  <message>
   <source>All drilled</source>
   <translation>全部完成</translation>
  </message>
  <message>
   <source>All files</source>
   <translation>所有文件</translation>
  </message>
  <message>
   <source>All measures of this red risk are done: judge it anew, or add another one.</source>
   <translation>这项红色风险的措施已全部完成：请重新评分，或再添加一项措施。</translation>
  </message>
  <message>
   <source>All sites</source>
   <translation>所有项目</translation>
  </message>
  <message>
   <source>All {n}</source>
   <translation>全部 {n}</translation>
  </message>
  <message>
   <source>All {n} risks stand as they did.</source>
   <translation>{n} 项风险都没有变化。</translation>
  </message>
  <message>
   <source>Already there</source>
   <translation>已有</translation>
  </message>
  <message>
   <source>Also what it does not, and by when a case is reported.</source>
   <translation>也写明不保障什么、多长时间内报案。</translation>
  </message>
  <message>
   <source>Alt+Insert adds a step, Ctrl+D duplicates it, Ctrl+Up and Ctrl+Down move it, Ctrl+PgUp and Ctrl+PgDn go from step to step.</source>
   <translation>Alt+Insert 添加步骤，Ctrl+D 复制，Ctrl+Up、Ctrl+Down 移动，Ctrl+PgUp、Ctrl+PgDn 切换步骤。</translation>
  </message>
  <message>
   <source>Always, if left empty</source>
   <translation>留空表示总是执行</translation>
  </message>
  <message>
   <source>Ambulance</source>
   <translation>急救</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>金额</translation>
  </message>
  <message>
   <source>An entry cannot lie in the future.</source>
   <translation>记录的时间不能晚于现在。</translation>
  </message>
  <message>
   <source>An import is under way.</source>
   <translation>正在导入，请稍候。</translation>
  </message>
  <message>
   <source>An incident is reported in seconds, runs its playbook against the clock, and ends in a report.</source>
   <translation>几秒钟报告事件，按预案计时处置，最后形成复盘报告。</translation>
  </message>
  <message>
   <source>Another clause</source>
   <translation>再加一条</translation>
  </message>
  <message>
   <source>Another column gives {field} already; this one is kept as text.</source>
   <translation>已有另一列作为“{field}”，本列作为文字保留。</translation>
  </message>
  <message>
   <source>Another folder…</source>
   <translation>更换文件夹…</translation>
  </message>
  <message>
   <source>Another measure, a delivery, a permit</source>
   <translation>另一项措施、到货或许可</translation>
  </message>
  <message>
   <source>Another playbook</source>
   <translation>换预案</translation>
  </message>
  <message>
   <source>Another playbook: its limits run from now, what was logged stays.</source>
   <translation>换一个预案：时限从现在算起，已有记录保留。</translation>
  </message>
  <message>
   <source>Another program is writing to the file. Please try again.</source>
   <translation>另一个程序正在写入文件，请稍后再试。</translation>
  </message>
  <message>
   <source>Answer</source>
   <translation>回答</translation>
  </message>
  <message>
   <source>Appearance</source>
   <translation>外观</translation>
  </message>
  <message>
   <source>Apply</source>
   <translation>写入</translation>
  </message>
  <message>
   <source>Approve</source>
   <translation>批准</translation>
  </message>
  <message>
   <source>Approve playbook</source>
   <translation>批准预案</translation>
  </message>
  <message>
   <source>Approve report</source>
   <translation>批准报告</translation>
  </message>
  <message>
   <source>Approved</source>
   <translation>已批准</translation>
  </message>
  <message>
   <source>Approved by</source>
   <translation>批准人</translation>
  </message>
  <message>
   <source>Approved on</source>
   <translation>批准日期</translation>
  </message>
  <message>
   <source>Approved playbooks are drilled at every site once a quarter.</source>
   <translation>已批准的预案，每个项目每季度至少演练一次。</translation>
  </message>
  <message>
   <source>Arrive on site</source>
   <translation>到达现场</translation>
  </message>
  <message>
   <source>Arrived</source>
   <translation>到了</translation>
  </message>
  <message>
   <source>As in the last file with these headings.</source>
   <translation>沿用上次同样表头的选择。</translation>
  </message>
  <message>
   <source>As the system</source>
   <translation>跟随系统</translation>
  </message>
  <message>
   <source>Ask why once more</source>
   <translation>再问一次为什么</translation>
  </message>
  <message>
   <source>Assessed</source>
   <translation>考核</translation>
  </message>
  <message>
   <source>Assessment passed with</source>
   <translation>考核合格</translation>
  </message>
  <message>
   <source>At the same time</source>
   <translation>同步进行</translation>
  </message>
  <message>
   <source>At {site}</source>
   <translation>在{site}</translation>
  </message>
  <message>
   <source>At {site} the building cannot be read from many rooms; each counts for itself. List the buildings, and they are counted together.</source>
   <translation>{site}有许多房号看不出属于哪栋，目前各自计数。登记楼栋后即可合并统计。</translation>
  </message>
  <message>
   <source>Attach files</source>
   <translation>添加附件</translation>
  </message>
  <message>
   <source>Attach files, or drop or paste them here</source>
   <translation>添加附件，也可拖放或粘贴到这里</translation>
  </message>
  <message>
   <source>Attachments</source>
   <translation>附件</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>返回</translation>
  </message>
  <message>
   <source>Back to draft</source>
   <translation>退回草稿</translation>
  </message>
  <message>
   <source>Back to the list</source>
   <translation>返回列表</translation>
  </message>
  <message>
   <source>Back to the next step</source>
   <translation>回到下一步</translation>
  </message>
  <message>
   <source>Back to the preview</source>
   <translation>回到预览</translation>
  </message>
  <message>
   <source>Back to your own file</source>
   <translation>回到自己的文件</translation>
  </message>
  <message>
   <source>Back up now</source>
   <translation>立即备份</translation>
  </message>
  <message>
   <source>Back up to</source>
   <translation>备份到</translation>
  </message>
  <message>
   <source>Back up to a stick…</source>
   <translation>备份到 U 盘…</translation>
  </message>
  <message>
   <source>Backup made and verified: {file}</source>
   <translation>已备份并验证：{file}</translation>
  </message>
  <message>
   <source>Backup {when}, verified</source>
   <translation>备份 {when}，已验证</translation>
  </message>
  <message>
   <source>Backups</source>
   <translation>备份</translation>
  </message>
  <message>
   <source>Bank account</source>
   <translation>银行卡号</translation>
  </message>
  <message>
   <source>Basis</source>
   <translation>依据</translation>
  </message>
  <message>
   <source>Becomes</source>
   <translation>导入为</translation>
  </message>
  <message>
   <source>Before</source>
   <translation>之前</translation>
  </message>
  <message>
   <source>Before the next step</source>
   <translation>完成后再下一步</translation>
  </message>
  <message>
   <source>Belongs to</source>
   <translation>关联</translation>
  </message>
  <message>
   <source>Blue</source>
   <translation>蓝</translation>
  </message>
  <message>
   <source>Body</source>
   <translation>单位</translation>
  </message>
  <message>
   <source>Both can be left open here and scored later.</source>
   <translation>两项都可以先不评，保存后再评分。</translation>
  </message>
  <message>
   <source>Bring back</source>
   <translation>恢复</translation>
  </message>
  <message>
   <source>Bring in a list</source>
   <translation>导入一份清单</translation>
  </message>
  <message>
   <source>Building first, such as 3-502</source>
   <translation>先写楼栋，例如 3栋502</translation>
  </message>
  <message>
   <source>Building, floor, lift</source>
   <translation>楼栋、楼层、电梯</translation>
  </message>
  <message>
   <source>Buildings</source>
   <translation>楼栋</translation>
  </message>
  <message>
   <source>By</source>
   <translation>方式</translation>
  </message>
  <message>
   <source>By hand</source>
   <translation>手工</translation>
  </message>
  <message>
   <source>By place</source>
   <translation>按地点</translation>
  </message>
  <message>
   <source>By type</source>
   <translation>按类型</translation>
  </message>
  <message>
   <source>By what means</source>
   <translation>联系方式</translation>
  </message>
  <message>
   <source>Calendar</source>
   <translation>日历</translation>
  </message>
  <message>
   <source>Call</source>
   <translation>联系谁</translation>
  </message>
  <message>
   <source>Call off drill</source>
   <translation>取消演练</translation>
  </message>
  <message>
   <source>Called</source>
   <translation>已呼叫</translation>
  </message>
  <message>
   <source>Called off</source>
   <translation>已取消</translation>
  </message>
  <message>
   <source>Called {who} {number}</source>
   <translation>已呼叫 {who} {number}</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>Cancelled</source>
   <translation>已取消</translation>
  </message>
  <message>
   <source>Cancelling</source>
   <translation>正在取消</translation>
  </message>
  <message>
   <source>Case</source>
   <translation>案例</translation>
  </message>
  <message>
   <source>Case library</source>
   <translation>案例库</translation>
  </message>
  <message>
   <source>Case new in the library</source>
   <translation>新入库案例</translation>
  </message>
  <message>
   <source>Cases</source>
   <translation>案例</translation>
  </message>
  <message>
   <source>Cases to study a quarter</source>
   <translation>每季度学习案例</translation>
  </message>
  <message>
   <source>Cause</source>
   <translation>成因</translation>
  </message>
  <message>
   <source>Cell, inherent</source>
   <translation>热力图格（固有）</translation>
  </message>
  <message>
   <source>Cell, target</source>
   <translation>热力图格（目标）</translation>
  </message>
  <message>
   <source>Cells that change</source>
   <translation>将要改动的单元格</translation>
  </message>
  <message>
   <source>Chair</source>
   <translation>主持</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>变化</translation>
  </message>
  <message>
   <source>Change policy</source>
   <translation>修改策略</translation>
  </message>
  <message>
   <source>Change settings of the office</source>
   <translation>修改单位设置</translation>
  </message>
  <message>
   <source>Change tier</source>
   <translation>调整响应级别</translation>
  </message>
  <message>
   <source>Change, take out or add any of them.</source>
   <translation>可以改、删或增加任意一行。</translation>
  </message>
  <message>
   <source>Channel</source>
   <translation>渠道</translation>
  </message>
  <message>
   <source>Check FILE: SQLite's integrity, the chain of the change log, the schema, the search index.</source>
   <translation>检查 FILE：SQLite 完整性、修改日志的链、表结构和搜索索引。</translation>
  </message>
  <message>
   <source>Check the case for personal data first.</source>
   <translation>请先检查案例中的个人信息。</translation>
  </message>
  <message>
   <source>Check the file</source>
   <translation>检查文件</translation>
  </message>
  <message>
   <source>Check the official text before you quote it.</source>
   <translation>引用前请核对官方文本。</translation>
  </message>
  <message>
   <source>Checking the file</source>
   <translation>正在检查文件</translation>
  </message>
  <message>
   <source>Choose a drill to read it here.</source>
   <translation>选择一次演练，在这里阅读。</translation>
  </message>
  <message>
   <source>Choose a file…</source>
   <translation>选择文件…</translation>
  </message>
  <message>
   <source>Choose a level.</source>
   <translation>请选择级别。</translation>
  </message>
  <message>
   <source>Choose a name that ends in .xlsx or .csv.</source>
   <translation>文件名请以 .xlsx 或 .csv 结尾。</translation>
  </message>
  <message>
   <source>Choose a playbook</source>
   <translation>选择预案</translation>
  </message>
  <message>
   <source>Choose a playbook.</source>
   <translation>请选择预案。</translation>
  </message>
  <message>
   <source>Choose a row to read it here.</source>
   <translation>选择一行，在这里阅读。</translation>
  </message>
  <message>
   <source>Choose a value on each scale.</source>
   <translation>请在每个量表上选择一个值。</translation>
  </message>
  <message>
   <source>Choose a workbook or a CSV file, or drop one here. You see what would come in before anything is saved.</source>
   <translation>请选择工作簿或 CSV 文件，也可以直接拖到这里。保存之前会先看到导入的内容。</translation>
  </message>
  <message>
   <source>Choose an owner</source>
   <translation>指定负责人</translation>
  </message>
  <message>
   <source>Choose another file…</source>
   <translation>选择其他文件…</translation>
  </message>
  <message>
   <source>Choose file…</source>
   <translation>选择文件…</translation>
  </message>
  <message>
   <source>Choose for each field which value stays.</source>
   <translation>请为每一项选择保留哪个值。</translation>
  </message>
  <message>
   <source>Choose from: {choices}</source>
   <translation>可选：{choices}</translation>
  </message>
  <message>
   <source>Choose or type a name</source>
   <translation>选择或输入姓名</translation>
  </message>
  <message>
   <source>Choose playbook</source>
   <translation>选择预案</translation>
  </message>
  <message>
   <source>Choose risks</source>
   <translation>选择风险</translation>
  </message>
  <message>
   <source>Choose somebody of the directory.</source>
   <translation>请从通讯录中选择。</translation>
  </message>
  <message>
   <source>Choose the encoding…</source>
   <translation>选择编码…</translation>
  </message>
  <message>
   <source>Choose the list to import</source>
   <translation>选择要导入的清单</translation>
  </message>
  <message>
   <source>Choose two different snapshots.</source>
   <translation>请选择两份不同的快照。</translation>
  </message>
  <message>
   <source>Choose who approved it.</source>
   <translation>请选择批准人。</translation>
  </message>
  <message>
   <source>Chosen step</source>
   <translation>选定的步骤</translation>
  </message>
  <message>
   <source>Class</source>
   <translation>类别</translation>
  </message>
  <message>
   <source>Classes of playbooks</source>
   <translation>预案类别</translation>
  </message>
  <message>
   <source>Clause</source>
   <translation>条款</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>清空</translation>
  </message>
  <message>
   <source>Clear search and filters</source>
   <translation>清除搜索和筛选</translation>
  </message>
  <message>
   <source>Click any number to open the list behind it</source>
   <translation>点任意数字，打开它背后的清单</translation>
  </message>
  <message>
   <source>Click to enter the number</source>
   <translation>点击填写号码</translation>
  </message>
  <message>
   <source>Click to score</source>
   <translation>点此评分</translation>
  </message>
  <message>
   <source>Click when you have called: the time is logged</source>
   <translation>打过电话后点一下，时间自动记录</translation>
  </message>
  <message>
   <source>Clock changed</source>
   <translation>时钟变动</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
  <message>
   <source>Close all groups</source>
   <translation>收起所有分组</translation>
  </message>
  <message>
   <source>Close all the same</source>
   <translation>仍然结束</translation>
  </message>
  <message>
   <source>Close incident</source>
   <translation>结束事件</translation>
  </message>
  <message>
   <source>Close the incident before its report is approved.</source>
   <translation>请先结束事件，再批准报告。</translation>
  </message>
  <message>
   <source>Close the incident with its outcome, or go on writing the log.</source>
   <translation>写明处理结果并结束事件，或继续记录。</translation>
  </message>
  <message>
   <source>Closed</source>
   <translation>已关闭</translation>
  </message>
  <message>
   <source>Closed on</source>
   <translation>办结日期</translation>
  </message>
  <message>
   <source>Closed since</source>
   <translation>关闭</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>代码</translation>
  </message>
  <message>
   <source>Colours</source>
   <translation>颜色</translation>
  </message>
  <message>
   <source>Column</source>
   <translation>列</translation>
  </message>
  <message>
   <source>Column {letter}</source>
   <translation>{letter} 列</translation>
  </message>
  <message>
   <source>Columns</source>
   <translation>列</translation>
  </message>
  <message>
   <source>Columns as delivered</source>
   <translation>恢复默认列</translation>
  </message>
  <message>
   <source>Columns {columns} belong to another scoring method. They are not taken for the L, E and C of LEC or for a matrix.</source>
   <translation>{columns} 属于另一种评分方法，不作为 LEC 的 L、E、C 或矩阵评分。</translation>
  </message>
  <message>
   <source>Columns {columns} judge the same risk more than once. Say which is inherent, current or target.</source>
   <translation>{columns} 列对同一风险评价了不止一次。请说明哪些是固有、现状、目标。</translation>
  </message>
  <message>
   <source>Commands</source>
   <translation>命令</translation>
  </message>
  <message>
   <source>Communication</source>
   <translation>沟通有效性</translation>
  </message>
  <message>
   <source>Compare from</source>
   <translation>从哪份清单</translation>
  </message>
  <message>
   <source>Compare lists</source>
   <translation>对比清单</translation>
  </message>
  <message>
   <source>Compare to</source>
   <translation>到哪份清单</translation>
  </message>
  <message>
   <source>Comparing the lists</source>
   <translation>正在对比清单</translation>
  </message>
  <message>
   <source>Compensation</source>
   <translation>赔偿</translation>
  </message>
  <message>
   <source>Complaint</source>
   <translation>投诉</translation>
  </message>
  <message>
   <source>Complaint data</source>
   <translation>投诉数据</translation>
  </message>
  <message>
   <source>Complaint hot spot</source>
   <translation>投诉热点</translation>
  </message>
  <message>
   <source>Complaint hot spots and seasonal rises, regulations that are new, risks that are acute in {quarter}, overdue reviews, red risks that lack something, new cases, incidents and overdue measures.</source>
   <translation>投诉热点与季节性高峰、新法规、{quarter}当季的风险、逾期的评审、缺项的红色风险、新案例、事件和逾期的措施。</translation>
  </message>
  <message>
   <source>Complaint settled</source>
   <translation>投诉办结</translation>
  </message>
  <message>
   <source>Complaints</source>
   <translation>投诉</translation>
  </message>
  <message>
   <source>Complaints from the property system show where and when something builds up, and which risk it points to.</source>
   <translation>从物业系统来的投诉能看出哪里、什么时候问题在累积，指向哪个风险。</translation>
  </message>
  <message>
   <source>Complaints of one type are counted together.</source>
   <translation>同一类型的投诉一起统计。</translation>
  </message>
  <message>
   <source>Complaints, 12 months</source>
   <translation>投诉量 12 个月</translation>
  </message>
  <message>
   <source>Confirm</source>
   <translation>确认</translation>
  </message>
  <message>
   <source>Confirm looser limits</source>
   <translation>确认放宽的时限</translation>
  </message>
  <message>
   <source>Confirm measure</source>
   <translation>确认措施</translation>
  </message>
  <message>
   <source>Confirmed</source>
   <translation>已确认</translation>
  </message>
  <message>
   <source>Confirmed by</source>
   <translation>确认人</translation>
  </message>
  <message>
   <source>Confirmed on</source>
   <translation>确认日期</translation>
  </message>
  <message>
   <source>Confirmed on {day}, but not by whom: taken as done, to be confirmed.</source>
   <translation>{day} 已复查，但没有写明复查人：按“已完成待确认”导入。</translation>
  </message>
  <message>
   <source>Confirmed, but it has no owner: taken as done, to be confirmed.</source>
   <translation>已确认，但没有负责人：按已完成、待确认处理。</translation>
  </message>
  <message>
   <source>Confirmed.</source>
   <translation>已确认。</translation>
  </message>
  <message>
   <source>Consequence</source>
   <translation>后果</translation>
  </message>
  <message>
   <source>Consequence (C)</source>
   <translation>后果（C）</translation>
  </message>
  <message>
   <source>Consequence C</source>
   <translation>后果 C</translation>
  </message>
  <message>
   <source>Consequence and cause</source>
   <translation>后果与成因</translation>
  </message>
  <message>
   <source>Contact</source>
   <translation>联系人</translation>
  </message>
  <message>
   <source>Contacts today</source>
   <translation>今天的联系人</translation>
  </message>
  <message>
   <source>Contract</source>
   <translation>合同</translation>
  </message>
  <message>
   <source>Contracts</source>
   <translation>合同</translation>
  </message>
  <message>
   <source>Control</source>
   <translation>控制</translation>
  </message>
  <message>
   <source>Coordination</source>
   <translation>协同机制</translation>
  </message>
  <message>
   <source>Copy FILE, verified, to TO, where there must be no file yet.</source>
   <translation>把 FILE 备份到 TO 并验证，TO 处不能已有文件。</translation>
  </message>
  <message>
   <source>Copy the details</source>
   <translation>复制详情</translation>
  </message>
  <message>
   <source>Correct</source>
   <translation>改正</translation>
  </message>
  <message>
   <source>Corrective action</source>
   <translation>整改</translation>
  </message>
  <message>
   <source>Corrective actions</source>
   <translation>整改</translation>
  </message>
  <message>
   <source>Counted from</source>
   <translation>从何时起算</translation>
  </message>
  <message>
   <source>Counting complaints</source>
   <translation>正在统计投诉</translation>
  </message>
  <message>
   <source>Counting risks</source>
   <translation>正在统计风险</translation>
  </message>
  <message>
   <source>Course of events</source>
   <translation>事件经过</translation>
  </message>
  <message>
   <source>Create all {n}</source>
   <translation>全部新建（{n}）</translation>
  </message>
  <message>
   <source>Create “{name}”</source>
   <translation>新建“{name}”</translation>
  </message>
  <message>
   <source>Ctrl or Shift and a click: several in one file</source>
   <translation>按住 Ctrl 或 Shift 点选，可合并为一个文件</translation>
  </message>
  <message>
   <source>Current</source>
   <translation>现状</translation>
  </message>
  <message>
   <source>Current is above inherent: say why.</source>
   <translation>现状高于固有级别，请说明原因。</translation>
  </message>
  <message>
   <source>Current: existing controls counted</source>
   <translation>现状：计入现有措施</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>深色</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>日期</translation>
  </message>
  <message>
   <source>Date and time</source>
   <translation>日期和时间</translation>
  </message>
  <message>
   <source>Day, month, year</source>
   <translation>日、月、年</translation>
  </message>
  <message>
   <source>Days open</source>
   <translation>历时天数</translation>
  </message>
  <message>
   <source>Days, one a line</source>
   <translation>日期，一行一个</translation>
  </message>
  <message>
   <source>Decide</source>
   <translation>决定</translation>
  </message>
  <message>
   <source>Decide anew</source>
   <translation>重新决定</translation>
  </message>
  <message>
   <source>Decide on a topic</source>
   <translation>议题决定</translation>
  </message>
  <message>
   <source>Decision on {what}</source>
   <translation>决定：{what}</translation>
  </message>
  <message>
   <source>Decisions</source>
   <translation>决定</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>删除</translation>
  </message>
  <message>
   <source>Delete case</source>
   <translation>删除案例</translation>
  </message>
  <message>
   <source>Delete complaints</source>
   <translation>删除投诉</translation>
  </message>
  <message>
   <source>Delete contract</source>
   <translation>删除合同</translation>
  </message>
  <message>
   <source>Delete directory entry</source>
   <translation>删除通讯录条目</translation>
  </message>
  <message>
   <source>Delete drill</source>
   <translation>删除演练</translation>
  </message>
  <message>
   <source>Delete drops it</source>
   <translation>按 Delete 去掉</translation>
  </message>
  <message>
   <source>Delete measure</source>
   <translation>删除措施</translation>
  </message>
  <message>
   <source>Delete playbook</source>
   <translation>删除预案</translation>
  </message>
  <message>
   <source>Delete regulation</source>
   <translation>删除法规</translation>
  </message>
  <message>
   <source>Delete review meeting</source>
   <translation>删除排查会</translation>
  </message>
  <message>
   <source>Delete risk</source>
   <translation>删除风险</translation>
  </message>
  <message>
   <source>Deleted by</source>
   <translation>删除人</translation>
  </message>
  <message>
   <source>Department</source>
   <translation>责任部门</translation>
  </message>
  <message>
   <source>Department in charge</source>
   <translation>主管部门</translation>
  </message>
  <message>
   <source>Departmental rule</source>
   <translation>部门规章</translation>
  </message>
  <message>
   <source>Departments</source>
   <translation>部门</translation>
  </message>
  <message>
   <source>Departments are made responsible for risks and measures.</source>
   <translation>部门对风险和措施负责。</translation>
  </message>
  <message>
   <source>Description</source>
   <translation>描述</translation>
  </message>
  <message>
   <source>Details</source>
   <translation>详情</translation>
  </message>
  <message>
   <source>Did you mean {possibility}?</source>
   <translation>是否指 {possibility}？</translation>
  </message>
  <message>
   <source>Directory</source>
   <translation>通讯录</translation>
  </message>
  <message>
   <source>Discussed</source>
   <translation>已议</translation>
  </message>
  <message>
   <source>Discussed: {what}</source>
   <translation>已议：{what}</translation>
  </message>
  <message>
   <source>Do not ask again</source>
   <translation>不再询问</translation>
  </message>
  <message>
   <source>Do not renew</source>
   <translation>不再续签</translation>
  </message>
  <message>
   <source>Do not renew contract</source>
   <translation>不再续签合同</translation>
  </message>
  <message>
   <source>Do now</source>
   <translation>现在做</translation>
  </message>
  <message>
   <source>Do this step now: {step}</source>
   <translation>现在做这一步：{step}</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>文号</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>已完成</translation>
  </message>
  <message>
   <source>Done again: {what}</source>
   <translation>已重做：{what}</translation>
  </message>
  <message>
   <source>Done before it was found.</source>
   <translation>完成日期早于发现日期。</translation>
  </message>
  <message>
   <source>Done on</source>
   <translation>完成日期</translation>
  </message>
  <message>
   <source>Done on {day}. Someone other than the owner confirms it.</source>
   <translation>{day} 完成，请责任人以外的人确认。</translation>
  </message>
  <message>
   <source>Done, but it does not say on which day.</source>
   <translation>已完成，但没有完成日期。</translation>
  </message>
  <message>
   <source>Done, to be confirmed</source>
   <translation>已完成，待确认</translation>
  </message>
  <message>
   <source>Done. It waits to be confirmed.</source>
   <translation>已标记完成，等待确认。</translation>
  </message>
  <message>
   <source>Down</source>
   <translation>下移</translation>
  </message>
  <message>
   <source>Draft</source>
   <translation>草稿</translation>
  </message>
  <message>
   <source>Drill</source>
   <translation>演练</translation>
  </message>
  <message>
   <source>Drill coordinator</source>
   <translation>演练协调员</translation>
  </message>
  <message>
   <source>Drill in progress</source>
   <translation>演练进行中</translation>
  </message>
  <message>
   <source>Drill interval (days)</source>
   <translation>演练间隔（天）</translation>
  </message>
  <message>
   <source>Drill of a playbook every</source>
   <translation>预案演练间隔</translation>
  </message>
  <message>
   <source>Drill passed with</source>
   <translation>演练达标</translation>
  </message>
  <message>
   <source>Drilled</source>
   <translation>演练</translation>
  </message>
  <message>
   <source>Drilled this quarter</source>
   <translation>本季度演练覆盖</translation>
  </message>
  <message>
   <source>Drills</source>
   <translation>演练</translation>
  </message>
  <message>
   <source>Drills this quarter</source>
   <translation>本季度演练</translation>
  </message>
  <message>
   <source>Drive</source>
   <translation>驱动器</translation>
  </message>
  <message>
   <source>Drop the filters, keep the search</source>
   <translation>去掉筛选，保留搜索</translation>
  </message>
  <message>
   <source>Due</source>
   <translation>期限</translation>
  </message>
  <message>
   <source>Due before it was found.</source>
   <translation>期限早于发现日期。</translation>
  </message>
  <message>
   <source>Due on {day}, {n} days late.</source>
   <translation>{day} 到期，逾期 {n} 天。</translation>
  </message>
  <message>
   <source>Duplicate</source>
   <translation>复制</translation>
  </message>
  <message>
   <source>Duplicate risk</source>
   <translation>复制风险</translation>
  </message>
  <message>
   <source>Duplicate {number}</source>
   <translation>复制 {number}</translation>
  </message>
  <message>
   <source>Duplicate…</source>
   <translation>复制…</translation>
  </message>
  <message>
   <source>Duty of the response tier</source>
   <translation>对应响应级别的要求</translation>
  </message>
  <message>
   <source>Duty staff</source>
   <translation>值班人员</translation>
  </message>
  <message>
   <source>Each row becomes a further record.</source>
   <translation>每一行另成一条新记录。</translation>
  </message>
  <message>
   <source>Earlier runs</source>
   <translation>此前的演练过程</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>编辑</translation>
  </message>
  <message>
   <source>Edit cell</source>
   <translation>编辑单元格</translation>
  </message>
  <message>
   <source>Edit cells</source>
   <translation>编辑单元格</translation>
  </message>
  <message>
   <source>Edit first</source>
   <translation>先去修改</translation>
  </message>
  <message>
   <source>Edit several risks</source>
   <translation>批量修改风险</translation>
  </message>
  <message>
   <source>Edit the risk (F2) to set its months.</source>
   <translation>请编辑该风险（F2）设置当季月份。</translation>
  </message>
  <message>
   <source>Edit together</source>
   <translation>批量编辑</translation>
  </message>
  <message>
   <source>Edit {n} risks together</source>
   <translation>批量编辑 {n} 条</translation>
  </message>
  <message>
   <source>Editing, nothing changed</source>
   <translation>编辑中，没有改动</translation>
  </message>
  <message>
   <source>Emptied in all of them: {fields}.</source>
   <translation>全部清空：{fields}。</translation>
  </message>
  <message>
   <source>Empty for the whole office.</source>
   <translation>不填表示整个单位。</translation>
  </message>
  <message>
   <source>End</source>
   <translation>结束</translation>
  </message>
  <message>
   <source>Ended</source>
   <translation>结束时间</translation>
  </message>
  <message>
   <source>Ends</source>
   <translation>到期日</translation>
  </message>
  <message>
   <source>Ends soon</source>
   <translation>即将到期</translation>
  </message>
  <message>
   <source>Enter a site</source>
   <translation>录入项目</translation>
  </message>
  <message>
   <source>Enter a telephone number</source>
   <translation>填写电话号码</translation>
  </message>
  <message>
   <source>Enter begins the next row, Alt+Up and Alt+Down move it, Alt+Delete removes it.</source>
   <translation>Enter 新起一行，Alt+Up、Alt+Down 移动本行，Alt+Delete 删除本行。</translation>
  </message>
  <message>
   <source>Enter first who took part.</source>
   <translation>请先填写参加人员。</translation>
  </message>
  <message>
   <source>Enter from paper</source>
   <translation>从纸面录入</translation>
  </message>
  <message>
   <source>Enter its owner first: someone other than the owner confirms a measure.</source>
   <translation>请先填写责任人：措施须由责任人以外的人确认。</translation>
  </message>
  <message>
   <source>Enter marks</source>
   <translation>录入评分</translation>
  </message>
  <message>
   <source>Enter or a comma ends a word.</source>
   <translation>按 Enter 或输入逗号结束一个词。</translation>
  </message>
  <message>
   <source>Enter time</source>
   <translation>补记时间</translation>
  </message>
  <message>
   <source>Enter who was present</source>
   <translation>填写参加人员</translation>
  </message>
  <message>
   <source>Error</source>
   <translation>有错</translation>
  </message>
  <message>
   <source>Error: {message}</source>
   <translation>错误：{message}</translation>
  </message>
  <message>
   <source>Errors</source>
   <translation>有错</translation>
  </message>
  <message>
   <source>Evaluator</source>
   <translation>评分人</translation>
  </message>
  <message>
   <source>Evaluator: {who}</source>
   <translation>评分人：{who}</translation>
  </message>
  <message>
   <source>Every approved playbook is drilled at every site once a quarter.</source>
   <translation>已批准的预案，每个项目每季度至少演练一次。</translation>
  </message>
  <message>
   <source>Every approved playbook is drilled at every site once a quarter. Plan the first drill.</source>
   <translation>已批准的预案，每个项目每季度演练一次。请安排第一次演练。</translation>
  </message>
  <message>
   <source>Every inject needs a time after the start, such as 6:00, and what happens.</source>
   <translation>每个注入都要写开始后的时间（如 6:00）和内容。</translation>
  </message>
  <message>
   <source>Every limit of {number} keeps to its tier or is confirmed.</source>
   <translation>{number} 的时限都不宽于响应等级，或已确认。</translation>
  </message>
  <message>
   <source>Every playbook belongs to one.</source>
   <translation>每个预案归一类。</translation>
  </message>
  <message>
   <source>Every playbook has been drilled at every site.</source>
   <translation>各项目的预案都已演练。</translation>
  </message>
  <message>
   <source>Every risk that is not closed, with its score, department, owner and measures as they stand.</source>
   <translation>所有未关闭的风险，连同分值、部门、责任人和措施的现状。</translation>
  </message>
  <message>
   <source>Every role, one copy each</source>
   <translation>每个角色各一份</translation>
  </message>
  <message>
   <source>Every step is settled</source>
   <translation>步骤已全部处理</translation>
  </message>
  <message>
   <source>Every {time}: tell {who}</source>
   <translation>每 {time}向{who}通报一次</translation>
  </message>
  <message>
   <source>Every {time}: {what}</source>
   <translation>每 {time}：{what}</translation>
  </message>
  <message>
   <source>Everything</source>
   <translation>全部</translation>
  </message>
  <message>
   <source>Everything of the office is in this one file. Keep it on a local disk; to carry it, make a backup.</source>
   <translation>本单位的全部内容都在这一个文件里。请放在本机磁盘上；需要携带时请做备份。</translation>
  </message>
  <message>
   <source>Everything shown as saved is on disk, and what you were typing is kept as a draft. You can go on working.</source>
   <translation>显示为已保存的内容都已写入磁盘，正在输入的文字已存为草稿，可以继续工作。</translation>
  </message>
  <message>
   <source>Everything shown as saved is on disk. What you were typing is not: copy it before you close the program.</source>
   <translation>凡显示已保存的内容都已写入磁盘；正在输入的内容尚未留存，关闭程序前请先复制出来。</translation>
  </message>
  <message>
   <source>Everything shown as saved is on disk. You can go on working.</source>
   <translation>凡显示已保存的内容都已写入磁盘，可以继续工作。</translation>
  </message>
  <message>
   <source>Excel 97-2003 workbook</source>
   <translation>Excel 97-2003 工作簿</translation>
  </message>
  <message>
   <source>Excel workbook</source>
   <translation>Excel 工作簿</translation>
  </message>
  <message>
   <source>Existing controls</source>
   <translation>现有控制措施</translation>
  </message>
  <message>
   <source>Expert comment</source>
   <translation>专家点评</translation>
  </message>
  <message>
   <source>Expired</source>
   <translation>已过期</translation>
  </message>
  <message>
   <source>Export list</source>
   <translation>导出清单</translation>
  </message>
  <message>
   <source>Export list, personal data as written…</source>
   <translation>导出清单（不脱敏）…</translation>
  </message>
  <message>
   <source>Export list…</source>
   <translation>导出清单…</translation>
  </message>
  <message>
   <source>Exporting {list}</source>
   <translation>正在导出“{list}”</translation>
  </message>
  <message>
   <source>Exposure (E)</source>
   <translation>暴露频率（E）</translation>
  </message>
  <message>
   <source>Exposure E</source>
   <translation>暴露频度 E</translation>
  </message>
  <message>
   <source>F4 or a double click edits this cell.</source>
   <translation>按 F4 或双击即可编辑这一格。</translation>
  </message>
  <message>
   <source>Fallen</source>
   <translation>下降</translation>
  </message>
  <message>
   <source>False alarm, waiting for confirmation</source>
   <translation>疑似误报，等待核实</translation>
  </message>
  <message>
   <source>Families of risks</source>
   <translation>风险类别</translation>
  </message>
  <message>
   <source>Families, classes</source>
   <translation>风险与预案类别</translation>
  </message>
  <message>
   <source>Family</source>
   <translation>类别</translation>
  </message>
  <message>
   <source>Family, texts, season, people, playbooks, cases and the values of the scores.</source>
   <translation>类别、文字、当季月份、人员、预案、案例和各项评分的分值。</translation>
  </message>
  <message>
   <source>Figures</source>
   <translation>统计</translation>
  </message>
  <message>
   <source>Figures of complaints</source>
   <translation>投诉统计</translation>
  </message>
  <message>
   <source>File</source>
   <translation>文件</translation>
  </message>
  <message>
   <source>File and sheet</source>
   <translation>文件与工作表</translation>
  </message>
  <message>
   <source>Files are not expected in this folder.</source>
   <translation>这个文件夹里不应有文件。</translation>
  </message>
  <message>
   <source>Files are still being read. Please wait a moment.</source>
   <translation>附件正在读入，请稍候。</translation>
  </message>
  <message>
   <source>Files of &amp;type:</source>
   <translation>文件类型(&amp;T)：</translation>
  </message>
  <message>
   <source>Fill again</source>
   <translation>重新生成</translation>
  </message>
  <message>
   <source>Fill down</source>
   <translation>向下填充</translation>
  </message>
  <message>
   <source>Fill the agenda again</source>
   <translation>重新生成议程</translation>
  </message>
  <message>
   <source>Finish drill</source>
   <translation>结束演练</translation>
  </message>
  <message>
   <source>Fire and rescue</source>
   <translation>消防救援</translation>
  </message>
  <message>
   <source>First day</source>
   <translation>起始日</translation>
  </message>
  <message>
   <source>Fit width</source>
   <translation>适合宽度</translation>
  </message>
  <message>
   <source>Five whys</source>
   <translation>五问</translation>
  </message>
  <message>
   <source>Folder</source>
   <translation>文件夹</translation>
  </message>
  <message>
   <source>Folder for backups</source>
   <translation>备份文件夹</translation>
  </message>
  <message>
   <source>Folder of own forms</source>
   <translation>本单位表单文件夹</translation>
  </message>
  <message>
   <source>Following the procedure</source>
   <translation>流程规范性</translation>
  </message>
  <message>
   <source>Fonts: Noto Sans SC, SIL Open Font License 1.1</source>
   <translation>字体：Noto Sans SC，SIL 开放字体许可证 1.1</translation>
  </message>
  <message>
   <source>For</source>
   <translation>给</translation>
  </message>
  <message>
   <source>For what an inspection found.</source>
   <translation>检查发现的隐患请填写。</translation>
  </message>
  <message>
   <source>Forms</source>
   <translation>表单</translation>
  </message>
  <message>
   <source>Found on</source>
   <translation>发现日期</translation>
  </message>
  <message>
   <source>Found so far: {what}. On paper they are masked.</source>
   <translation>已发现：{what}。打印时自动脱敏。</translation>
  </message>
  <message>
   <source>Fri</source>
   <translation>周五</translation>
  </message>
  <message>
   <source>Friday</source>
   <translation>星期五</translation>
  </message>
  <message>
   <source>Full-scale</source>
   <translation>实战</translation>
  </message>
  <message>
   <source>Functional</source>
   <translation>功能</translation>
  </message>
  <message>
   <source>General hazard</source>
   <translation>一般隐患</translation>
  </message>
  <message>
   <source>Given by</source>
   <translation>由谁注入</translation>
  </message>
  <message>
   <source>Given to</source>
   <translation>给谁</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>继续</translation>
  </message>
  <message>
   <source>Go on writing</source>
   <translation>继续填写</translation>
  </message>
  <message>
   <source>Go to a page</source>
   <translation>切换页面</translation>
  </message>
  <message>
   <source>Go to the running drill</source>
   <translation>进入进行中的演练</translation>
  </message>
  <message>
   <source>Go to {page}</source>
   <translation>前往{page}</translation>
  </message>
  <message>
   <source>Got unexpected extra argument ({args})</source>
   <translation>多出参数：{args}</translation>
  </message>
  <message>
   <source>Got unexpected extra arguments ({args})</source>
   <translation>多出参数：{args}</translation>
  </message>
  <message>
   <source>Group by</source>
   <translation>分组</translation>
  </message>
  <message>
   <source>Group by…</source>
   <translation>分组…</translation>
  </message>
  <message>
   <source>Guessed from a similar heading. Please check.</source>
   <translation>按相近的列名推测，请核对。</translation>
  </message>
  <message>
   <source>Hand over</source>
   <translation>移交</translation>
  </message>
  <message>
   <source>Hand over to:</source>
   <translation>移交给：</translation>
  </message>
  <message>
   <source>Handed over</source>
   <translation>移交</translation>
  </message>
  <message>
   <source>Happened on</source>
   <translation>发生日期</translation>
  </message>
  <message>
   <source>Happened on {day}.</source>
   <translation>{day} 发生。</translation>
  </message>
  <message>
   <source>Hazard grade</source>
   <translation>隐患等级</translation>
  </message>
  <message>
   <source>Head count</source>
   <translation>清点人数</translation>
  </message>
  <message>
   <source>Head row</source>
   <translation>表头从第几行</translation>
  </message>
  <message>
   <source>Heat map</source>
   <translation>热力图</translation>
  </message>
  <message>
   <source>Heat map cell</source>
   <translation>热力图格</translation>
  </message>
  <message>
   <source>Heat map · current</source>
   <translation>热力图 · 现状</translation>
  </message>
  <message>
   <source>Held</source>
   <translation>已召开</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>帮助</translation>
  </message>
  <message>
   <source>Helpers</source>
   <translation>协助</translation>
  </message>
  <message>
   <source>High</source>
   <translation>高</translation>
  </message>
  <message>
   <source>History</source>
   <translation>历史</translation>
  </message>
  <message>
   <source>History of {field}</source>
   <translation>“{field}”的历史</translation>
  </message>
  <message>
   <source>History of {number}</source>
   <translation>{number} 的历史</translation>
  </message>
  <message>
   <source>How did it end? The report is due {time} after closing.</source>
   <translation>结果如何？复盘报告应在结束后 {time}内提交。</translation>
  </message>
  <message>
   <source>How grave it is</source>
   <translation>严重程度</translation>
  </message>
  <message>
   <source>How it ended</source>
   <translation>结果</translation>
  </message>
  <message>
   <source>How it was settled</source>
   <translation>完成与确认</translation>
  </message>
  <message>
   <source>How often</source>
   <translation>频率</translation>
  </message>
  <message>
   <source>How the response went</source>
   <translation>处置情况</translation>
  </message>
  <message>
   <source>ID card number</source>
   <translation>身份证号</translation>
  </message>
  <message>
   <source>Icons: licence</source>
   <translation>图标：许可证</translation>
  </message>
  <message>
   <source>Import</source>
   <translation>导入</translation>
  </message>
  <message>
   <source>Import 1 row</source>
   <translation>导入 1 行</translation>
  </message>
  <message>
   <source>Import again</source>
   <translation>另加</translation>
  </message>
  <message>
   <source>Import another file…</source>
   <translation>导入其他文件…</translation>
  </message>
  <message>
   <source>Import list</source>
   <translation>导入清单</translation>
  </message>
  <message>
   <source>Import list…</source>
   <translation>导入清单…</translation>
  </message>
  <message>
   <source>Import this row</source>
   <translation>导入这一行</translation>
  </message>
  <message>
   <source>Import {n} rows</source>
   <translation>导入 {n} 行</translation>
  </message>
  <message>
   <source>Imported from</source>
   <translation>来自导入</translation>
  </message>
  <message>
   <source>In a few words, as the owner put it</source>
   <translation>用几个字，按业主的说法</translation>
  </message>
  <message>
   <source>In a few words, such as: call 119</source>
   <translation>几个字写清，例如：拨打 119</translation>
  </message>
  <message>
   <source>In a few words: what happens, to whom</source>
   <translation>用几个字写明：发生什么、影响谁</translation>
  </message>
  <message>
   <source>In a few words: what went wrong, and what came of it</source>
   <translation>用一句话说清：哪里出了错，结果如何</translation>
  </message>
  <message>
   <source>In force</source>
   <translation>有效</translation>
  </message>
  <message>
   <source>In force from</source>
   <translation>施行日期</translation>
  </message>
  <message>
   <source>In force since {day}.</source>
   <translation>{day} 起施行。</translation>
  </message>
  <message>
   <source>In hand</source>
   <translation>进行中</translation>
  </message>
  <message>
   <source>In preparation</source>
   <translation>筹备中</translation>
  </message>
  <message>
   <source>In season</source>
   <translation>当季</translation>
  </message>
  <message>
   <source>In the library since {day}.</source>
   <translation>{day} 入库。</translation>
  </message>
  <message>
   <source>In the program</source>
   <translation>在程序中</translation>
  </message>
  <message>
   <source>In the trash</source>
   <translation>在回收站</translation>
  </message>
  <message>
   <source>In time</source>
   <translation>按时</translation>
  </message>
  <message>
   <source>In use: rename it instead.</source>
   <translation>正在使用，可以改名。</translation>
  </message>
  <message>
   <source>In your own words, short.</source>
   <translation>用自己的话，简短。</translation>
  </message>
  <message>
   <source>Incident</source>
   <translation>事件</translation>
  </message>
  <message>
   <source>Incident in progress</source>
   <translation>事件进行中</translation>
  </message>
  <message>
   <source>Incident since the last meeting</source>
   <translation>上次会后的事件</translation>
  </message>
  <message>
   <source>Incidents</source>
   <translation>事件</translation>
  </message>
  <message>
   <source>Industry</source>
   <translation>行业</translation>
  </message>
  <message>
   <source>Industry case</source>
   <translation>行业案例</translation>
  </message>
  <message>
   <source>Inherent</source>
   <translation>固有</translation>
  </message>
  <message>
   <source>Inherent: controls not counted</source>
   <translation>固有：不计控制措施</translation>
  </message>
  <message>
   <source>Inject skipped</source>
   <translation>注入已跳过</translation>
  </message>
  <message>
   <source>Inject {n}: {what}</source>
   <translation>注入 {n}：{what}</translation>
  </message>
  <message>
   <source>Injects</source>
   <translation>注入</translation>
  </message>
  <message>
   <source>Injects, how they went</source>
   <translation>注入情况</translation>
  </message>
  <message>
   <source>Injured</source>
   <translation>受伤</translation>
  </message>
  <message>
   <source>Inspection</source>
   <translation>检查</translation>
  </message>
  <message>
   <source>Insurance</source>
   <translation>保险</translation>
  </message>
  <message>
   <source>Insurance, counsel and outsourcing take a part of a risk on others. The list reminds before one ends.</source>
   <translation>保险、法律顾问和外包把一部分风险转移出去；到期前会提醒。</translation>
  </message>
  <message>
   <source>Insurer</source>
   <translation>保险</translation>
  </message>
  <message>
   <source>Intervals and targets</source>
   <translation>间隔与目标</translation>
  </message>
  <message>
   <source>Invalid value for {param_hint}: {message}</source>
   <translation>{param_hint} 的值不对：{message}</translation>
  </message>
  <message>
   <source>Issuer</source>
   <translation>发布机关</translation>
  </message>
  <message>
   <source>It cannot be signed yet: it is not noted that the meeting was held.</source>
   <translation>还不能签字：没有记录会议已召开。</translation>
  </message>
  <message>
   <source>It cannot be signed yet: nobody is entered as present.</source>
   <translation>还不能签字：没有填写参加人员。</translation>
  </message>
  <message>
   <source>It did not happen in the last 12 months.</source>
   <translation>近 12 个月没有实际发生。</translation>
  </message>
  <message>
   <source>It ended {n} days ago.</source>
   <translation>已过期 {n} 天。</translation>
  </message>
  <message>
   <source>It ends in {n} days, on {day}.</source>
   <translation>还有 {n} 天到期（{day}）。</translation>
  </message>
  <message>
   <source>It is masked: publish</source>
   <translation>已脱敏，发布</translation>
  </message>
  <message>
   <source>It is noted who took personal data out, and why.</source>
   <translation>已记录何人因何带出个人信息。</translation>
  </message>
  <message>
   <source>It may have been moved or renamed, or lie on a stick or disk that is not plugged in. Nothing was made in its place.</source>
   <translation>文件可能已移动或改名，或在未插上的 U 盘、硬盘上。没有在原处新建任何文件。</translation>
  </message>
  <message>
   <source>It stands as it was and is compared by its own numbers: changes of the matrix do not touch it.</source>
   <translation>清单保持签字时的样子，对比时用其中保存的分值，矩阵调整不影响它。</translation>
  </message>
  <message>
   <source>It was accepted before it became red.</source>
   <translation>接受的决定是在升为红色之前做出的。</translation>
  </message>
  <message>
   <source>It was done earlier: enter when</source>
   <translation>这一步早已完成：补记完成时间</translation>
  </message>
  <message>
   <source>It was held</source>
   <translation>已经举行</translation>
  </message>
  <message>
   <source>It was settled before it came in.</source>
   <translation>办结日期早于收到日期。</translation>
  </message>
  <message>
   <source>Its own number</source>
   <translation>合同号</translation>
  </message>
  <message>
   <source>Its review was due on {day}, {n} days ago.</source>
   <translation>{day} 应评审，已逾期 {n} 天。</translation>
  </message>
  <message>
   <source>Its steps then count down from the start. The log runs already.</source>
   <translation>选定后，各步骤从事件开始计时。记录已经开始。</translation>
  </message>
  <message>
   <source>Its {n} open measures serve the copy too</source>
   <translation>{n} 项未完成的措施同时用于副本</translation>
  </message>
  <message>
   <source>Judgement</source>
   <translation>评价</translation>
  </message>
  <message>
   <source>Judicial interpretation</source>
   <translation>司法解释</translation>
  </message>
  <message>
   <source>Keep as text under its heading</source>
   <translation>连同列名作为文字保留</translation>
  </message>
  <message>
   <source>Keep the number</source>
   <translation>存入通讯录</translation>
  </message>
  <message>
   <source>Keep the window on top while an incident runs</source>
   <translation>事件进行中窗口保持在最前</translation>
  </message>
  <message>
   <source>Keep this view</source>
   <translation>保存视图</translation>
  </message>
  <message>
   <source>Keep this view…</source>
   <translation>保存当前视图…</translation>
  </message>
  <message>
   <source>Kept backups</source>
   <translation>已有备份</translation>
  </message>
  <message>
   <source>Keys here</source>
   <translation>本页按键</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>种类</translation>
  </message>
  <message>
   <source>Kind of drill</source>
   <translation>演练形式</translation>
  </message>
  <message>
   <source>LEC</source>
   <translation>LEC</translation>
  </message>
  <message>
   <source>LEC: consequence C</source>
   <translation>LEC：后果 C</translation>
  </message>
  <message>
   <source>LEC: exposure E</source>
   <translation>LEC：暴露频率 E</translation>
  </message>
  <message>
   <source>LEC: likelihood L</source>
   <translation>LEC：可能性 L</translation>
  </message>
  <message>
   <source>LEC: red from D =</source>
   <translation>LEC：红色自 D =</translation>
  </message>
  <message>
   <source>LEC: yellow from D =</source>
   <translation>LEC：黄色自 D =</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>语言</translation>
  </message>
  <message>
   <source>Larger</source>
   <translation>放大</translation>
  </message>
  <message>
   <source>Last</source>
   <translation>最近一次</translation>
  </message>
  <message>
   <source>Last 30 days</source>
   <translation>最近 30 天</translation>
  </message>
  <message>
   <source>Last 90 days</source>
   <translation>近 90 天</translation>
  </message>
  <message>
   <source>Last day</source>
   <translation>截止日</translation>
  </message>
  <message>
   <source>Lasted</source>
   <translation>历时</translation>
  </message>
  <message>
   <source>Late by</source>
   <translation>超时</translation>
  </message>
  <message>
   <source>Late steps stand in the log.</source>
   <translation>超时的步骤见事件记录。</translation>
  </message>
  <message>
   <source>Law</source>
   <translation>法律</translation>
  </message>
  <message>
   <source>Law or policy that says so</source>
   <translation>规定出处</translation>
  </message>
  <message>
   <source>Laws, rules and standards that bear on the office, clause by clause, with the risks that they concern.</source>
   <translation>与本办公室有关的法律、规章和标准，逐条登记，并写明关系到哪些风险。</translation>
  </message>
  <message>
   <source>Lead</source>
   <translation>负责人</translation>
  </message>
  <message>
   <source>Lead and observers, with injects</source>
   <translation>总指挥与观察员（含注入）</translation>
  </message>
  <message>
   <source>Leads</source>
   <translation>主评</translation>
  </message>
  <message>
   <source>Leave empty</source>
   <translation>留空</translation>
  </message>
  <message>
   <source>Leave empty, keep as text</source>
   <translation>留空，原文作为文字保留</translation>
  </message>
  <message>
   <source>Leave empty, keep the name as text</source>
   <translation>留空，姓名作为文字保留</translation>
  </message>
  <message>
   <source>Leave out</source>
   <translation>不导入</translation>
  </message>
  <message>
   <source>Leave the rest empty</source>
   <translation>其余留空</translation>
  </message>
  <message>
   <source>Leave this row out</source>
   <translation>不导入这一行</translation>
  </message>
  <message>
   <source>Led by {who}</source>
   <translation>负责：{who}</translation>
  </message>
  <message>
   <source>Left out: {rows}</source>
   <translation>不算记录：{rows}</translation>
  </message>
  <message>
   <source>Legal counsel</source>
   <translation>法律顾问</translation>
  </message>
  <message>
   <source>Lessons</source>
   <translation>经验教训</translation>
  </message>
  <message>
   <source>Level</source>
   <translation>级别</translation>
  </message>
  <message>
   <source>Level as in the imported list</source>
   <translation>沿用导入清单中的级别</translation>
  </message>
  <message>
   <source>Levels and scales</source>
   <translation>分级与量表</translation>
  </message>
  <message>
   <source>Levels come from scoring. Rescore the risk to change its level.</source>
   <translation>级别由评分得出，请重新评分。</translation>
  </message>
  <message>
   <source>Licences</source>
   <translation>许可证</translation>
  </message>
  <message>
   <source>Lift maintenance</source>
   <translation>电梯维保</translation>
  </message>
  <message>
   <source>Lift of building 3 stuck, people inside</source>
   <translation>3 栋电梯困人</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>浅色</translation>
  </message>
  <message>
   <source>Likelihood</source>
   <translation>可能性</translation>
  </message>
  <message>
   <source>Likelihood (L)</source>
   <translation>可能性（L）</translation>
  </message>
  <message>
   <source>Likelihood L</source>
   <translation>可能性 L</translation>
  </message>
  <message>
   <source>Likelihood upwards, severity to the right; click a cell to change it</source>
   <translation>纵向可能性，横向严重度；点击格子改级别</translation>
  </message>
  <message>
   <source>Likelihood {value}: {words}.</source>
   <translation>可能性 {value}：{words}。</translation>
  </message>
  <message>
   <source>Limit</source>
   <translation>时限</translation>
  </message>
  <message>
   <source>Line {n}</source>
   <translation>第 {n} 行</translation>
  </message>
  <message>
   <source>Link complaints with a risk</source>
   <translation>把投诉关联到风险</translation>
  </message>
  <message>
   <source>Link risks with regulation</source>
   <translation>为法规关联风险</translation>
  </message>
  <message>
   <source>Link with a risk</source>
   <translation>关联已有风险</translation>
  </message>
  <message>
   <source>List</source>
   <translation>列表</translation>
  </message>
  <message>
   <source>List the buildings</source>
   <translation>登记楼栋</translation>
  </message>
  <message>
   <source>List the records of KIND: number, level or state, title.</source>
   <translation>列出 KIND 类记录：编号、等级或状态、标题。</translation>
  </message>
  <message>
   <source>Lists</source>
   <translation>清单</translation>
  </message>
  <message>
   <source>Load the starter content</source>
   <translation>载入初始内容</translation>
  </message>
  <message>
   <source>Local rule</source>
   <translation>地方规定</translation>
  </message>
  <message>
   <source>Log</source>
   <translation>记录</translation>
  </message>
  <message>
   <source>Log entry</source>
   <translation>事件记录</translation>
  </message>
  <message>
   <source>Log it</source>
   <translation>记下</translation>
  </message>
  <message>
   <source>Look again</source>
   <translation>再找一次</translation>
  </message>
  <message>
   <source>Look at a sample office</source>
   <translation>看看示例办公室</translation>
  </message>
  <message>
   <source>Look at the complaints</source>
   <translation>查看投诉</translation>
  </message>
  <message>
   <source>Look at the forms again</source>
   <translation>重新读取表单</translation>
  </message>
  <message>
   <source>Look at them</source>
   <translation>去看看</translation>
  </message>
  <message>
   <source>Look through</source>
   <translation>检查</translation>
  </message>
  <message>
   <source>Looked through</source>
   <translation>检查结果</translation>
  </message>
  <message>
   <source>Looking at the columns</source>
   <translation>正在识别各列</translation>
  </message>
  <message>
   <source>Looking at the sheet</source>
   <translation>正在查看工作表</translation>
  </message>
  <message>
   <source>Looking through the backup</source>
   <translation>正在检查备份</translation>
  </message>
  <message>
   <source>Looking which risks move</source>
   <translation>正在查看哪些风险变级</translation>
  </message>
  <message>
   <source>Looks again at what stands out; what was decided stays.</source>
   <translation>重新查找需要讨论的事项，已作的决定保留。</translation>
  </message>
  <message>
   <source>Looser limits confirmed</source>
   <translation>放宽时限已确认</translation>
  </message>
  <message>
   <source>Looser than the response tier, which says {time}: to be confirmed.</source>
   <translation>比响应级别要求的 {time}宽，需要确认。</translation>
  </message>
  <message>
   <source>Loss</source>
   <translation>损失</translation>
  </message>
  <message>
   <source>Losses and claims</source>
   <translation>损失与索赔</translation>
  </message>
  <message>
   <source>Losses and lessons</source>
   <translation>损失与教训</translation>
  </message>
  <message>
   <source>Low</source>
   <translation>低</translation>
  </message>
  <message>
   <source>Made</source>
   <translation>时间</translation>
  </message>
  <message>
   <source>Major hazard</source>
   <translation>重大隐患</translation>
  </message>
  <message>
   <source>Make a case of it</source>
   <translation>写成案例</translation>
  </message>
  <message>
   <source>Make it a measure</source>
   <translation>列入整改</translation>
  </message>
  <message>
   <source>Make pictures of all pages and forms.</source>
   <translation>生成所有页面的图片和所有表单。</translation>
  </message>
  <message>
   <source>Making a backup</source>
   <translation>正在备份</translation>
  </message>
  <message>
   <source>Making the sample office</source>
   <translation>正在生成示例办公室</translation>
  </message>
  <message>
   <source>Making today's backup</source>
   <translation>正在做今天的备份</translation>
  </message>
  <message>
   <source>Mark as done</source>
   <translation>标记完成</translation>
  </message>
  <message>
   <source>Mark as ready</source>
   <translation>标记为就绪</translation>
  </message>
  <message>
   <source>Mark as reviewed</source>
   <translation>标为已审核</translation>
  </message>
  <message>
   <source>Mark drill as ready</source>
   <translation>标记为就绪</translation>
  </message>
  <message>
   <source>Marks</source>
   <translation>评分</translation>
  </message>
  <message>
   <source>Masked</source>
   <translation>已脱敏</translation>
  </message>
  <message>
   <source>Masked when it leaves the program: {what}</source>
   <translation>离开本程序时脱敏：{what}</translation>
  </message>
  <message>
   <source>Material</source>
   <translation>物资</translation>
  </message>
  <message>
   <source>Materials</source>
   <translation>物资</translation>
  </message>
  <message>
   <source>Matrix</source>
   <translation>矩阵</translation>
  </message>
  <message>
   <source>Mean time to arrive</source>
   <translation>平均到场</translation>
  </message>
  <message>
   <source>Measure</source>
   <translation>措施</translation>
  </message>
  <message>
   <source>Measure done</source>
   <translation>措施完成</translation>
  </message>
  <message>
   <source>Measures</source>
   <translation>措施</translation>
  </message>
  <message>
   <source>Measures are counted from the list of measures.</source>
   <translation>措施数由整改清单统计得出。</translation>
  </message>
  <message>
   <source>Measures done</source>
   <translation>措施完成情况</translation>
  </message>
  <message>
   <source>Measures done since this score: {n}. Please look at it again.</source>
   <translation>评分之后已有 {n} 项措施完成，请重新审视。</translation>
  </message>
  <message>
   <source>Measures done, still red</source>
   <translation>措施已完成，仍为红色</translation>
  </message>
  <message>
   <source>Measures that this score counts</source>
   <translation>本次评分计入的措施</translation>
  </message>
  <message>
   <source>Media</source>
   <translation>媒体</translation>
  </message>
  <message>
   <source>Meeting held</source>
   <translation>会议已召开</translation>
  </message>
  <message>
   <source>Meetings</source>
   <translation>排查会</translation>
  </message>
  <message>
   <source>Method</source>
   <translation>方法</translation>
  </message>
  <message>
   <source>Methods and their points</source>
   <translation>方法名称及要点</translation>
  </message>
  <message>
   <source>Mine</source>
   <translation>我的</translation>
  </message>
  <message>
   <source>Minutes</source>
   <translation>纪要</translation>
  </message>
  <message>
   <source>Missing argument</source>
   <translation>缺少参数</translation>
  </message>
  <message>
   <source>Missing command.</source>
   <translation>缺少命令。</translation>
  </message>
  <message>
   <source>Missing option</source>
   <translation>缺少选项</translation>
  </message>
  <message>
   <source>Mon</source>
   <translation>周一</translation>
  </message>
  <message>
   <source>Monday</source>
   <translation>星期一</translation>
  </message>
  <message>
   <source>Monitored</source>
   <translation>监控中</translation>
  </message>
  <message>
   <source>Month</source>
   <translation>月</translation>
  </message>
  <message>
   <source>Month after</source>
   <translation>下个月</translation>
  </message>
  <message>
   <source>Month before</source>
   <translation>上个月</translation>
  </message>
  <message>
   <source>Month received</source>
   <translation>收到月份</translation>
  </message>
  <message>
   <source>Month, day, year</source>
   <translation>月、日、年</translation>
  </message>
  <message>
   <source>Monthly</source>
   <translation>每月</translation>
  </message>
  <message>
   <source>Months in which it is acute; none if it does not depend on the season.</source>
   <translation>容易发生的月份；与季节无关则不选。</translation>
  </message>
  <message>
   <source>Months of three years</source>
   <translation>三年中的月份</translation>
  </message>
  <message>
   <source>More</source>
   <translation>更多</translation>
  </message>
  <message>
   <source>More actions</source>
   <translation>更多操作</translation>
  </message>
  <message>
   <source>More on the outcome</source>
   <translation>处理结果补充</translation>
  </message>
  <message>
   <source>Move down</source>
   <translation>下移</translation>
  </message>
  <message>
   <source>Move down (Alt+Down)</source>
   <translation>下移（Alt+Down）</translation>
  </message>
  <message>
   <source>Move drill</source>
   <translation>移动演练</translation>
  </message>
  <message>
   <source>Move in a list</source>
   <translation>在列表中移动</translation>
  </message>
  <message>
   <source>Move up</source>
   <translation>上移</translation>
  </message>
  <message>
   <source>Move up (Alt+Up)</source>
   <translation>上移（Alt+Up）</translation>
  </message>
  <message>
   <source>Moved to {day}.</source>
   <translation>已移到 {day}。</translation>
  </message>
  <message>
   <source>Movement</source>
   <translation>变化</translation>
  </message>
  <message>
   <source>Must be a list.</source>
   <translation>应为列表。</translation>
  </message>
  <message>
   <source>Must be a number.</source>
   <translation>请填数字。</translation>
  </message>
  <message>
   <source>Must be a whole number.</source>
   <translation>请填整数。</translation>
  </message>
  <message>
   <source>Must be an amount in yuan, such as 5000 or 12.50.</source>
   <translation>请写以元为单位的金额，如 5000 或 12.50。</translation>
  </message>
  <message>
   <source>Must be at least {ge}.</source>
   <translation>不能小于 {ge}。</translation>
  </message>
  <message>
   <source>Must be at most {le}.</source>
   <translation>不能大于 {le}。</translation>
  </message>
  <message>
   <source>Must be more than {gt}.</source>
   <translation>必须大于 {gt}。</translation>
  </message>
  <message>
   <source>Must be one of: {expected}.</source>
   <translation>只能是：{expected}。</translation>
  </message>
  <message>
   <source>Must be text.</source>
   <translation>请填文字。</translation>
  </message>
  <message>
   <source>Must be yes or no.</source>
   <translation>只能是“是”或“否”。</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>名称</translation>
  </message>
  <message>
   <source>Name in English</source>
   <translation>英文名称</translation>
  </message>
  <message>
   <source>Name of the method</source>
   <translation>方法名称</translation>
  </message>
  <message>
   <source>Name of the office</source>
   <translation>单位名称</translation>
  </message>
  <message>
   <source>Names, numbers and rooms leave as they were written. Who took them out, and why, is noted.</source>
   <translation>姓名、号码和房号将按原文导出。由谁导出、为何导出，均记录在案。</translation>
  </message>
  <message>
   <source>Needs someone</source>
   <translation>需处理</translation>
  </message>
  <message>
   <source>Neither</source>
   <translation>无明显影响</translation>
  </message>
  <message>
   <source>Never</source>
   <translation>从不</translation>
  </message>
  <message>
   <source>Never say</source>
   <translation>不要说</translation>
  </message>
  <message>
   <source>Never say: {words}</source>
   <translation>不要说：{words}</translation>
  </message>
  <message>
   <source>New</source>
   <translation>新建</translation>
  </message>
  <message>
   <source>New case</source>
   <translation>新建案例</translation>
  </message>
  <message>
   <source>New cases a month</source>
   <translation>每月新增案例</translation>
  </message>
  <message>
   <source>New cases this month</source>
   <translation>本月新增案例</translation>
  </message>
  <message>
   <source>New complaint</source>
   <translation>新建投诉</translation>
  </message>
  <message>
   <source>New contract</source>
   <translation>新建合同</translation>
  </message>
  <message>
   <source>New department</source>
   <translation>新建部门</translation>
  </message>
  <message>
   <source>New directory entry</source>
   <translation>新建通讯录条目</translation>
  </message>
  <message>
   <source>New drill</source>
   <translation>新建演练</translation>
  </message>
  <message>
   <source>New entry</source>
   <translation>新记录</translation>
  </message>
  <message>
   <source>New file…</source>
   <translation>新建文件…</translation>
  </message>
  <message>
   <source>New in the last year</source>
   <translation>近一年新施行</translation>
  </message>
  <message>
   <source>New measure</source>
   <translation>新建措施</translation>
  </message>
  <message>
   <source>New meeting</source>
   <translation>新建排查会</translation>
  </message>
  <message>
   <source>New outside body</source>
   <translation>新建外部单位</translation>
  </message>
  <message>
   <source>New person</source>
   <translation>新建人员</translation>
  </message>
  <message>
   <source>New playbook</source>
   <translation>新建预案</translation>
  </message>
  <message>
   <source>New regulation</source>
   <translation>新建法规</translation>
  </message>
  <message>
   <source>New risk</source>
   <translation>新建风险</translation>
  </message>
  <message>
   <source>New rows</source>
   <translation>新增</translation>
  </message>
  <message>
   <source>New site</source>
   <translation>新建项目</translation>
  </message>
  <message>
   <source>Newly listed</source>
   <translation>新增</translation>
  </message>
  <message>
   <source>Next drill</source>
   <translation>下次演练</translation>
  </message>
  <message>
   <source>Next due</source>
   <translation>下次</translation>
  </message>
  <message>
   <source>Next review</source>
   <translation>下次评审</translation>
  </message>
  <message>
   <source>Next review set.</source>
   <translation>已设定下次评审。</translation>
  </message>
  <message>
   <source>Next review {day}</source>
   <translation>下次评审 {day}</translation>
  </message>
  <message>
   <source>Next review: {day}</source>
   <translation>下次评审：{day}</translation>
  </message>
  <message>
   <source>Next step</source>
   <translation>下一步</translation>
  </message>
  <message>
   <source>Next step {time}</source>
   <translation>下一步 {time}</translation>
  </message>
  <message>
   <source>Next term of</source>
   <translation>接续的合同</translation>
  </message>
  <message>
   <source>Next: {step}</source>
   <translation>下一步：{step}</translation>
  </message>
  <message>
   <source>No approved playbook yet</source>
   <translation>还没有已批准的预案</translation>
  </message>
  <message>
   <source>No arrival in 30 days</source>
   <translation>近 30 天没有到场记录</translation>
  </message>
  <message>
   <source>No backup yet</source>
   <translation>尚无备份</translation>
  </message>
  <message>
   <source>No cases yet</source>
   <translation>还没有案例</translation>
  </message>
  <message>
   <source>No column gives {field}. Match one.</source>
   <translation>没有哪一列是“{field}”，请指定一列。</translation>
  </message>
  <message>
   <source>No column gives {field}. Which one for all rows?</source>
   <translation>没有哪一列是“{field}”。所有行都用哪一个？</translation>
  </message>
  <message>
   <source>No complaint, regulation, risk, case, incident or measure asks for a talk. Add what does.</source>
   <translation>投诉、法规、风险、案例、事件和措施都没有需要讨论的。可自行添加议题。</translation>
  </message>
  <message>
   <source>No complaints yet</source>
   <translation>还没有投诉</translation>
  </message>
  <message>
   <source>No contracts yet</source>
   <translation>还没有保险与合同</translation>
  </message>
  <message>
   <source>No department</source>
   <translation>无责任部门</translation>
  </message>
  <message>
   <source>No departments yet</source>
   <translation>还没有部门</translation>
  </message>
  <message>
   <source>No drills to count</source>
   <translation>暂无可统计的演练</translation>
  </message>
  <message>
   <source>No drills yet</source>
   <translation>还没有演练</translation>
  </message>
  <message>
   <source>No due date</source>
   <translation>未定期限</translation>
  </message>
  <message>
   <source>No font has these characters, they print as 〓: {characters}</source>
   <translation>字体缺少这些字，打印时显示为 〓：{characters}</translation>
  </message>
  <message>
   <source>No groups</source>
   <translation>不分组</translation>
  </message>
  <message>
   <source>No incidents yet</source>
   <translation>还没有事件</translation>
  </message>
  <message>
   <source>No level {n}</source>
   <translation>未评分 {n}</translation>
  </message>
  <message>
   <source>No measure</source>
   <translation>缺措施</translation>
  </message>
  <message>
   <source>No measures yet</source>
   <translation>还没有措施</translation>
  </message>
  <message>
   <source>No meeting was held before: it looks back to {day}.</source>
   <translation>此前没有开过会，从 {day} 算起。</translation>
  </message>
  <message>
   <source>No minutes were written.</source>
   <translation>没有写纪要。</translation>
  </message>
  <message>
   <source>No more</source>
   <translation>不再通报</translation>
  </message>
  <message>
   <source>No more notices: {what}</source>
   <translation>不再通报：{what}</translation>
  </message>
  <message>
   <source>No outside bodies yet</source>
   <translation>还没有外部单位</translation>
  </message>
  <message>
   <source>No owner</source>
   <translation>缺负责人</translation>
  </message>
  <message>
   <source>No people yet</source>
   <translation>还没有人员</translation>
  </message>
  <message>
   <source>No personal data</source>
   <translation>无个人信息</translation>
  </message>
  <message>
   <source>No place</source>
   <translation>未写地点</translation>
  </message>
  <message>
   <source>No place and no month has more complaints than chance explains.</source>
   <translation>没有哪个地点或月份的投诉多到偶然无法解释。</translation>
  </message>
  <message>
   <source>No playbook</source>
   <translation>缺预案</translation>
  </message>
  <message>
   <source>No playbooks yet</source>
   <translation>还没有预案</translation>
  </message>
  <message>
   <source>No printer is set up on this computer. You can save the PDF, or print it from another program.</source>
   <translation>这台电脑没有安装打印机。可以先存为 PDF，或用其他程序打印。</translation>
  </message>
  <message>
   <source>No record fits the search and the filters.</source>
   <translation>没有符合搜索和筛选条件的记录。</translation>
  </message>
  <message>
   <source>No record has the key {key}.</source>
   <translation>没有键为 {key} 的记录。</translation>
  </message>
  <message>
   <source>No regulations yet</source>
   <translation>还没有法规</translation>
  </message>
  <message>
   <source>No response tier</source>
   <translation>未定响应级别</translation>
  </message>
  <message>
   <source>No review date</source>
   <translation>缺评审日期</translation>
  </message>
  <message>
   <source>No review meetings yet</source>
   <translation>还没有排查会</translation>
  </message>
  <message>
   <source>No risk changed</source>
   <translation>风险没有变化</translation>
  </message>
  <message>
   <source>No risk changes its level.</source>
   <translation>没有风险改变级别。</translation>
  </message>
  <message>
   <source>No risk is linked with it yet.</source>
   <translation>还没有关联风险。</translation>
  </message>
  <message>
   <source>No risk is scored yet</source>
   <translation>还没有评分的风险</translation>
  </message>
  <message>
   <source>No risk linked</source>
   <translation>未关联风险</translation>
  </message>
  <message>
   <source>No risk moved.</source>
   <translation>没有变化的风险。</translation>
  </message>
  <message>
   <source>No risk speaks of {kind}</source>
   <translation>没有提到“{kind}”的风险</translation>
  </message>
  <message>
   <source>No risks yet</source>
   <translation>还没有风险</translation>
  </message>
  <message>
   <source>No site</source>
   <translation>无项目</translation>
  </message>
  <message>
   <source>No site yet</source>
   <translation>还没有项目</translation>
  </message>
  <message>
   <source>No sites yet</source>
   <translation>还没有项目</translation>
  </message>
  <message>
   <source>No steps yet. Edit the playbook to add the first.</source>
   <translation>还没有步骤。请编辑预案，添加第一步。</translation>
  </message>
  <message>
   <source>No such command {name!r}.</source>
   <translation>没有命令 {name!r}。</translation>
  </message>
  <message>
   <source>No such option {name!r}.</source>
   <translation>没有选项 {name!r}。</translation>
  </message>
  <message>
   <source>No table can be read from this kind of file. Save it as .xlsx or CSV and choose that.</source>
   <translation>这种文件读不出表格。请另存为 .xlsx 或 CSV 后再选择。</translation>
  </message>
  <message>
   <source>No tier</source>
   <translation>未定级</translation>
  </message>
  <message>
   <source>No type</source>
   <translation>未分类型</translation>
  </message>
  <message>
   <source>No-notice</source>
   <translation>不打招呼</translation>
  </message>
  <message>
   <source>Nobody has entered the number of {who} yet. Number:</source>
   <translation>通讯录里还没有{who}的号码。号码：</translation>
  </message>
  <message>
   <source>Nobody is entered yet. Enter sites and people, so that risks get owners and cards get phones.</source>
   <translation>还没有录入人员。请先录入项目和人员，风险才有责任人，处置卡上才有电话。</translation>
  </message>
  <message>
   <source>Nobody is in charge of this measure.</source>
   <translation>这项措施还没有责任人。</translation>
  </message>
  <message>
   <source>Nobody signed in</source>
   <translation>未指定人员</translation>
  </message>
  <message>
   <source>None</source>
   <translation>无</translation>
  </message>
  <message>
   <source>None chosen: it applies to all sites.</source>
   <translation>不选表示适用于所有项目。</translation>
  </message>
  <message>
   <source>None yet</source>
   <translation>暂不选</translation>
  </message>
  <message>
   <source>Normal</source>
   <translation>普通</translation>
  </message>
  <message>
   <source>Not a date</source>
   <translation>不是日期</translation>
  </message>
  <message>
   <source>Not a date.</source>
   <translation>不是日期。</translation>
  </message>
  <message>
   <source>Not a date. Write 2026-03-15, 3-15, tomorrow or +7.</source>
   <translation>不是日期。可以写 2026-03-15、3-15、明天 或 +7。</translation>
  </message>
  <message>
   <source>Not a date: {line}</source>
   <translation>不是日期：{line}</translation>
  </message>
  <message>
   <source>Not a duration. Write 15 min, 1:30 or 2 h.</source>
   <translation>不是时长。可以写 15 分、1:30 或 2 小时。</translation>
  </message>
  <message>
   <source>Not a duration. Write it like 45s, 1m12s or 25h.</source>
   <translation>时长写法不对。请写成 45s、1m12s 或 25h。</translation>
  </message>
  <message>
   <source>Not a telephone number. Write it with its digits.</source>
   <translation>这不是电话号码，请填写数字。</translation>
  </message>
  <message>
   <source>Not a time</source>
   <translation>看不懂的时间</translation>
  </message>
  <message>
   <source>Not a time.</source>
   <translation>不是时间。</translation>
  </message>
  <message>
   <source>Not a time. Write 14:37, 14:37:52 or 5 for 5 minutes ago.</source>
   <translation>看不懂这个时间。请写 14:37、14:37:52，或写 5 表示 5 分钟前。</translation>
  </message>
  <message>
   <source>Not a time. Write 20:00, 2000 or 8.</source>
   <translation>看不懂这个时间。请写 20:00、2000 或 8。</translation>
  </message>
  <message>
   <source>Not a time. Write it like -12d, -25h13m20s or -3d 14:05.</source>
   <translation>时间写法不对。请写成 -12d、-25h13m20s 或 -3d 14:05。</translation>
  </message>
  <message>
   <source>Not an amount of money.</source>
   <translation>不是金额。</translation>
  </message>
  <message>
   <source>Not checked for personal data</source>
   <translation>未检查个人信息</translation>
  </message>
  <message>
   <source>Not decided</source>
   <translation>未决</translation>
  </message>
  <message>
   <source>Not done</source>
   <translation>未完成</translation>
  </message>
  <message>
   <source>Not drilled this quarter</source>
   <translation>本季度还没演练</translation>
  </message>
  <message>
   <source>Not held: {late}. Hold it, move it or call it off.</source>
   <translation>尚未举行：{late}。请举行、改期或取消。</translation>
  </message>
  <message>
   <source>Not imported</source>
   <translation>不导入</translation>
  </message>
  <message>
   <source>Not in force yet</source>
   <translation>未生效</translation>
  </message>
  <message>
   <source>Not in the expected form.</source>
   <translation>格式不对。</translation>
  </message>
  <message>
   <source>Not kept yet: {reason}</source>
   <translation>尚未留存草稿：{reason}</translation>
  </message>
  <message>
   <source>Not kept: personal data that is not needed</source>
   <translation>不保留：不必要的个人信息</translation>
  </message>
  <message>
   <source>Not needed</source>
   <translation>不需要</translation>
  </message>
  <message>
   <source>Not on this page: {what}</source>
   <translation>不在本页：{what}</translation>
  </message>
  <message>
   <source>Not on weekends</source>
   <translation>避开周末</translation>
  </message>
  <message>
   <source>Not past</source>
   <translation>未结束</translation>
  </message>
  <message>
   <source>Not possible</source>
   <translation>做不到</translation>
  </message>
  <message>
   <source>Not possible: {what}</source>
   <translation>做不到：{what}</translation>
  </message>
  <message>
   <source>Not published yet: nobody has looked for personal data in this case. Please check for names, phone numbers, ID card, bank and plate numbers and room numbers.</source>
   <translation>尚未发布：这个案例还没有检查过个人信息。请检查姓名、电话、身份证号、银行卡号、车牌号和房号。</translation>
  </message>
  <message>
   <source>Not reached</source>
   <translation>未达到</translation>
  </message>
  <message>
   <source>Not readable as TOML: {reason}</source>
   <translation>不能按 TOML 读取：{reason}</translation>
  </message>
  <message>
   <source>Not right: {reason}</source>
   <translation>不正确：{reason}</translation>
  </message>
  <message>
   <source>Not saved</source>
   <translation>未保存</translation>
  </message>
  <message>
   <source>Not saved yet</source>
   <translation>尚未保存</translation>
  </message>
  <message>
   <source>Not scored</source>
   <translation>未评分</translation>
  </message>
  <message>
   <source>Not seen</source>
   <translation>未出现</translation>
  </message>
  <message>
   <source>Not settled</source>
   <translation>未办结</translation>
  </message>
  <message>
   <source>Not settled · {days}</source>
   <translation>未办结 · {days}</translation>
  </message>
  <message>
   <source>Not started</source>
   <translation>未开始</translation>
  </message>
  <message>
   <source>Not to be renewed</source>
   <translation>不再续签</translation>
  </message>
  <message>
   <source>Not understood</source>
   <translation>看不懂，请换个写法</translation>
  </message>
  <message>
   <source>Not yet</source>
   <translation>暂不签字</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>记录</translation>
  </message>
  <message>
   <source>Note first that the meeting was held.</source>
   <translation>请先登记会议已召开。</translation>
  </message>
  <message>
   <source>Note inject</source>
   <translation>记录注入</translation>
  </message>
  <message>
   <source>Note step</source>
   <translation>记录步骤</translation>
  </message>
  <message>
   <source>Note what was seen</source>
   <translation>记录优点与不足</translation>
  </message>
  <message>
   <source>Noted last: {time} {text}</source>
   <translation>刚记下：{time} {text}</translation>
  </message>
  <message>
   <source>Noted: the meeting was held.</source>
   <translation>已登记会议召开。</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>备注</translation>
  </message>
  <message>
   <source>Notes, sums and signatures below the table</source>
   <translation>表下的备注、合计和签字</translation>
  </message>
  <message>
   <source>Nothing can be imported from this sheet as it stands.</source>
   <translation>这张工作表目前没有可导入的内容。</translation>
  </message>
  <message>
   <source>Nothing changes.</source>
   <translation>没有改动。</translation>
  </message>
  <message>
   <source>Nothing found</source>
   <translation>没有找到</translation>
  </message>
  <message>
   <source>Nothing here yet. Type a name to make the first entry.</source>
   <translation>这里还没有条目。直接输入名称即可新建。</translation>
  </message>
  <message>
   <source>Nothing is called so, or several are. Choose one from the list, or create it there.</source>
   <translation>没有这个名称，或有多个。请从列表中选择，或在列表中新建。</translation>
  </message>
  <message>
   <source>Nothing is called so, or several are. Choose one from the list.</source>
   <translation>没有这个名称，或有多个。请从列表中选择一个。</translation>
  </message>
  <message>
   <source>Nothing is done about it yet.</source>
   <translation>还没有采取措施。</translation>
  </message>
  <message>
   <source>Nothing is due</source>
   <translation>近期没有要办的事</translation>
  </message>
  <message>
   <source>Nothing is in this file yet</source>
   <translation>这个文件还是空的</translation>
  </message>
  <message>
   <source>Nothing is open</source>
   <translation>没有打开的记录</translation>
  </message>
  <message>
   <source>Nothing is overdue</source>
   <translation>没有逾期事项</translation>
  </message>
  <message>
   <source>Nothing is overdue or due within two weeks.</source>
   <translation>没有逾期事项，两周内也没有到期事项。</translation>
  </message>
  <message>
   <source>Nothing is written yet.</source>
   <translation>尚未填写。</translation>
  </message>
  <message>
   <source>Nothing lies in the trash.</source>
   <translation>回收站是空的。</translation>
  </message>
  <message>
   <source>Nothing of it is left. The file is as it was.</source>
   <translation>没有留下任何内容，文件与导入前相同。</translation>
  </message>
  <message>
   <source>Nothing rings while it is paused. The clock runs on.</source>
   <translation>暂停期间不提醒，计时继续。</translation>
  </message>
  <message>
   <source>Nothing stands out</source>
   <translation>没有需要讨论的事项</translation>
  </message>
  <message>
   <source>Nothing to ask</source>
   <translation>没有问题</translation>
  </message>
  <message>
   <source>Nothing to choose from</source>
   <translation>没有可选项</translation>
  </message>
  <message>
   <source>Nothing to compare yet</source>
   <translation>还没有可对比的快照</translation>
  </message>
  <message>
   <source>Nothing to count</source>
   <translation>没有可统计的投诉</translation>
  </message>
  <message>
   <source>Nothing was decided yet.</source>
   <translation>还没有作出决定。</translation>
  </message>
  <message>
   <source>Notifications by law or policy</source>
   <translation>依法依规须通知的单位</translation>
  </message>
  <message>
   <source>Now on site</source>
   <translation>已到场</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>编号</translation>
  </message>
  <message>
   <source>Number in the property system</source>
   <translation>物业系统编号</translation>
  </message>
  <message>
   <source>Number of the decree or the standard</source>
   <translation>令号、文号或标准号</translation>
  </message>
  <message>
   <source>Number of the policy or contract</source>
   <translation>保单号或合同号</translation>
  </message>
  <message>
   <source>Number there</source>
   <translation>系统编号</translation>
  </message>
  <message>
   <source>Numbers document</source>
   <translation>Numbers 文稿</translation>
  </message>
  <message>
   <source>OFD document</source>
   <translation>OFD 文件</translation>
  </message>
  <message>
   <source>Objectives</source>
   <translation>演练目标</translation>
  </message>
  <message>
   <source>Objectives, how far they were reached</source>
   <translation>目标达成情况</translation>
  </message>
  <message>
   <source>Observer</source>
   <translation>观察员</translation>
  </message>
  <message>
   <source>Observers</source>
   <translation>观察员</translation>
  </message>
  <message>
   <source>Office</source>
   <translation>本单位</translation>
  </message>
  <message>
   <source>Office's lock file</source>
   <translation>Office 锁定文件</translation>
  </message>
  <message>
   <source>On site</source>
   <translation>到场</translation>
  </message>
  <message>
   <source>On this computer only</source>
   <translation>仅限这台电脑</translation>
  </message>
  <message>
   <source>Once a quarter the office looks at what stands out, decides and signs its risk list. The agenda fills itself.</source>
   <translation>每季度召开一次：梳理突出事项，作出决定，签字确认风险清单。议程自动生成。</translation>
  </message>
  <message>
   <source>One is made every day by itself. Of the last {days} days one a day is kept, before that one a month for {months} months.</source>
   <translation>每天自动备份一次。最近 {days} 天每天保留一份，更早的每月保留一份，共 {months} 个月。</translation>
  </message>
  <message>
   <source>One list for what risks, drills, incidents and inspections ask for: who does it by when, who confirms it.</source>
   <translation>风险、演练、事件和检查提出的措施都在这一张清单里：谁负责、何时完成、由谁确认。</translation>
  </message>
  <message>
   <source>One measure may serve several risks; each of them shows it.</source>
   <translation>一项措施可以对应多个风险，每个风险都会显示它。</translation>
  </message>
  <message>
   <source>One point per line</source>
   <translation>每行一个要点</translation>
  </message>
  <message>
   <source>Only a drill that has not begun can be called off.</source>
   <translation>只有未开始的演练可以取消。</translation>
  </message>
  <message>
   <source>Only a drill that has not begun can be moved.</source>
   <translation>只有未开始的演练可以移动。</translation>
  </message>
  <message>
   <source>Only a measure that is done can be confirmed.</source>
   <translation>已完成的措施才能确认。</translation>
  </message>
  <message>
   <source>Only a planned drill can be marked as ready.</source>
   <translation>只有已计划的演练可以标记为就绪。</translation>
  </message>
  <message>
   <source>Only a running incident can be paused.</source>
   <translation>只有进行中的事件可以暂停。</translation>
  </message>
  <message>
   <source>Only a safety officer may take personal data out as written.</source>
   <translation>未脱敏带出个人信息，须由安全主管操作。</translation>
  </message>
  <message>
   <source>Only if</source>
   <translation>仅当</translation>
  </message>
  <message>
   <source>Only if: {condition}</source>
   <translation>仅当：{condition}</translation>
  </message>
  <message>
   <source>Only if: {what}</source>
   <translation>条件：{what}</translation>
  </message>
  <message>
   <source>Only left</source>
   <translation>只剩</translation>
  </message>
  <message>
   <source>Only one evaluator leads.</source>
   <translation>只能有一名主评人。</translation>
  </message>
  <message>
   <source>Only shown in lists, not imported</source>
   <translation>仅在列表中显示，不导入</translation>
  </message>
  <message>
   <source>Only tables such as [[risk]] are expected here: {expected}.</source>
   <translation>这里只能写 [[risk]] 这样的表：{expected}。</translation>
  </message>
  <message>
   <source>Only what the list showed</source>
   <translation>仅清单所示</translation>
  </message>
  <message>
   <source>Only what this search finds.</source>
   <translation>只列出搜索到的记录。</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>处置中</translation>
  </message>
  <message>
   <source>Open again</source>
   <translation>重新打开</translation>
  </message>
  <message>
   <source>Open all groups</source>
   <translation>展开所有分组</translation>
  </message>
  <message>
   <source>Open another file</source>
   <translation>打开其他文件</translation>
  </message>
  <message>
   <source>Open another file…</source>
   <translation>打开其他文件…</translation>
  </message>
  <message>
   <source>Open another…</source>
   <translation>打开其他文件…</translation>
  </message>
  <message>
   <source>Open folder</source>
   <translation>打开文件夹</translation>
  </message>
  <message>
   <source>Open in the system viewer</source>
   <translation>用系统程序打开</translation>
  </message>
  <message>
   <source>Open the console</source>
   <translation>打开处置台</translation>
  </message>
  <message>
   <source>Open the directory</source>
   <translation>打开通讯录</translation>
  </message>
  <message>
   <source>Open the entry in the directory</source>
   <translation>在通讯录中打开</translation>
  </message>
  <message>
   <source>Open the folder</source>
   <translation>打开文件夹</translation>
  </message>
  <message>
   <source>Open the playbooks</source>
   <translation>打开应急预案</translation>
  </message>
  <message>
   <source>Open {name}</source>
   <translation>打开“{name}”</translation>
  </message>
  <message>
   <source>OpenDocument spreadsheet</source>
   <translation>OpenDocument 电子表格</translation>
  </message>
  <message>
   <source>Opening the file</source>
   <translation>正在打开文件</translation>
  </message>
  <message>
   <source>Option {name!r} does not take a value.</source>
   <translation>选项 {name!r} 后面不带值。</translation>
  </message>
  <message>
   <source>Option {name!r} requires an argument.</source>
   <translation>选项 {name!r} 后面要有值。</translation>
  </message>
  <message>
   <source>Options</source>
   <translation>选项</translation>
  </message>
  <message>
   <source>Order</source>
   <translation>次序</translation>
  </message>
  <message>
   <source>Origin</source>
   <translation>来源</translation>
  </message>
  <message>
   <source>Other</source>
   <translation>其他</translation>
  </message>
  <message>
   <source>Outcome</source>
   <translation>处理结果</translation>
  </message>
  <message>
   <source>Outside bodies</source>
   <translation>外部单位</translation>
  </message>
  <message>
   <source>Outside body</source>
   <translation>外部单位</translation>
  </message>
  <message>
   <source>Outsourcing</source>
   <translation>外包</translation>
  </message>
  <message>
   <source>Over</source>
   <translation>超时</translation>
  </message>
  <message>
   <source>Overdue</source>
   <translation>逾期</translation>
  </message>
  <message>
   <source>Overdue items</source>
   <translation>逾期事项</translation>
  </message>
  <message>
   <source>Overdue measure</source>
   <translation>措施逾期</translation>
  </message>
  <message>
   <source>Overdue {time}</source>
   <translation>已超时 {time}</translation>
  </message>
  <message>
   <source>Overview</source>
   <translation>概览</translation>
  </message>
  <message>
   <source>Own forms cannot be kept in {folder}: {reason}</source>
   <translation>本单位表单无法存到 {folder}：{reason}</translation>
  </message>
  <message>
   <source>Own forms that cannot be used; the shipped ones stand in for them:</source>
   <translation>以下本单位表单有误，暂用自带表单：</translation>
  </message>
  <message>
   <source>Own incident</source>
   <translation>本单位</translation>
  </message>
  <message>
   <source>Owner</source>
   <translation>负责人</translation>
  </message>
  <message>
   <source>Owner {name}</source>
   <translation>责任人 {name}</translation>
  </message>
  <message>
   <source>Owner: {name}</source>
   <translation>责任人：{name}</translation>
  </message>
  <message>
   <source>PDF file</source>
   <translation>PDF 文件</translation>
  </message>
  <message>
   <source>Papers</source>
   <translation>凭据</translation>
  </message>
  <message>
   <source>Part of</source>
   <translation>从属于</translation>
  </message>
  <message>
   <source>Part of this was erased on request and cannot be brought back.</source>
   <translation>其中部分内容已应要求清除，无法恢复。</translation>
  </message>
  <message>
   <source>Participants</source>
   <translation>参演人数</translation>
  </message>
  <message>
   <source>Participants never see them.</source>
   <translation>参演人员看不到注入。</translation>
  </message>
  <message>
   <source>Partly</source>
   <translation>部分</translation>
  </message>
  <message>
   <source>Partly reached</source>
   <translation>部分达到</translation>
  </message>
  <message>
   <source>Past</source>
   <translation>已结束</translation>
  </message>
  <message>
   <source>Paste cells</source>
   <translation>粘贴单元格</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>暂停</translation>
  </message>
  <message>
   <source>Pause incident</source>
   <translation>暂停事件</translation>
  </message>
  <message>
   <source>Pause: nothing rings until it is resumed. Why?</source>
   <translation>暂停：恢复之前不再提醒。原因是什么？</translation>
  </message>
  <message>
   <source>Paused</source>
   <translation>已暂停</translation>
  </message>
  <message>
   <source>Paused, running for</source>
   <translation>已暂停，已进行</translation>
  </message>
  <message>
   <source>Pauses</source>
   <translation>暂停</translation>
  </message>
  <message>
   <source>Penalty</source>
   <translation>处罚</translation>
  </message>
  <message>
   <source>People</source>
   <translation>人员</translation>
  </message>
  <message>
   <source>People affected</source>
   <translation>受影响人数</translation>
  </message>
  <message>
   <source>People own risks and measures, fill roles in playbooks and are telephoned.</source>
   <translation>人员是风险和措施的责任人，承担预案中的角色，也是联系电话的来源。</translation>
  </message>
  <message>
   <source>Person</source>
   <translation>人员</translation>
  </message>
  <message>
   <source>Person at this desk</source>
   <translation>本机使用人</translation>
  </message>
  <message>
   <source>Person's name</source>
   <translation>姓名</translation>
  </message>
  <message>
   <source>Personal data</source>
   <translation>个人信息</translation>
  </message>
  <message>
   <source>Personal data are masked.</source>
   <translation>个人信息已脱敏。</translation>
  </message>
  <message>
   <source>Personal data as written</source>
   <translation>不脱敏</translation>
  </message>
  <message>
   <source>Personal data let out</source>
   <translation>个人信息未脱敏带出</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>电话</translation>
  </message>
  <message>
   <source>Phone number</source>
   <translation>电话号码</translation>
  </message>
  <message>
   <source>Phone of the duty room</source>
   <translation>值班室电话</translation>
  </message>
  <message>
   <source>Phone, ID card, bank, plate and room numbers are masked on paper by themselves. Write a name once as {张三}: on paper it is 张某.</source>
   <translation>电话、身份证、银行卡、车牌和房号打印时自动脱敏。姓名写一次 {张三}，打印时即为“张某”。</translation>
  </message>
  <message>
   <source>Phones</source>
   <translation>打电话</translation>
  </message>
  <message>
   <source>Phones of</source>
   <translation>电话取自</translation>
  </message>
  <message>
   <source>Picture</source>
   <translation>图片</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>地点</translation>
  </message>
  <message>
   <source>Plan</source>
   <translation>安排</translation>
  </message>
  <message>
   <source>Plan a drill of {what}</source>
   <translation>安排演练：{what}</translation>
  </message>
  <message>
   <source>Plan the next drill</source>
   <translation>安排下一次演练</translation>
  </message>
  <message>
   <source>Planned</source>
   <translation>已计划</translation>
  </message>
  <message>
   <source>Plate number</source>
   <translation>车牌号</translation>
  </message>
  <message>
   <source>Playbook</source>
   <translation>预案</translation>
  </message>
  <message>
   <source>Playbook activated</source>
   <translation>启动预案</translation>
  </message>
  <message>
   <source>Playbook chosen</source>
   <translation>选用预案</translation>
  </message>
  <message>
   <source>Playbook review</source>
   <translation>预案评审</translation>
  </message>
  <message>
   <source>Playbook with its steps</source>
   <translation>预案及步骤</translation>
  </message>
  <message>
   <source>Playbook {title}, version {n}</source>
   <translation>预案 {title} 第 {n} 版</translation>
  </message>
  <message>
   <source>Playbook, time, scenario, injects, objectives, lead, observers, materials and safety. Who fills the roles is asked anew.</source>
   <translation>预案、时间、情景、注入、目标、负责人、观察员、物资和安全交底。各角色的人员按通讯录重新确定。</translation>
  </message>
  <message>
   <source>Playbooks</source>
   <translation>应急预案</translation>
  </message>
  <message>
   <source>Playbooks are approved, but no site is entered yet.</source>
   <translation>已有批准的预案，但还没有录入项目。</translation>
  </message>
  <message>
   <source>Playbooks due</source>
   <translation>预案</translation>
  </message>
  <message>
   <source>Please check the marked fields: {fields}</source>
   <translation>请检查标出的项目：{fields}</translation>
  </message>
  <message>
   <source>Please choose</source>
   <translation>请选择</translation>
  </message>
  <message>
   <source>Please choose one.</source>
   <translation>请选择一项。</translation>
  </message>
  <message>
   <source>Please fill this in.</source>
   <translation>请填写。</translation>
  </message>
  <message>
   <source>Points</source>
   <translation>要点</translation>
  </message>
  <message>
   <source>Points, recomputed</source>
   <translation>分值（重新计算）</translation>
  </message>
  <message>
   <source>Police</source>
   <translation>公安</translation>
  </message>
  <message>
   <source>Policy</source>
   <translation>策略</translation>
  </message>
  <message>
   <source>Policy matrix</source>
   <translation>分级矩阵</translation>
  </message>
  <message>
   <source>Post</source>
   <translation>岗位</translation>
  </message>
  <message>
   <source>Post-incident report</source>
   <translation>事件复盘报告</translation>
  </message>
  <message>
   <source>Post-incident report due after</source>
   <translation>复盘报告提交时限</translation>
  </message>
  <message>
   <source>Post-incident report: {when}.</source>
   <translation>事件复盘报告：{when}。</translation>
  </message>
  <message>
   <source>Preparation</source>
   <translation>准备</translation>
  </message>
  <message>
   <source>Prepare</source>
   <translation>准备</translation>
  </message>
  <message>
   <source>Prepare review meeting</source>
   <translation>准备排查会</translation>
  </message>
  <message>
   <source>Prepare the meeting of {quarter}</source>
   <translation>准备 {quarter}排查会</translation>
  </message>
  <message>
   <source>Preparing the pages</source>
   <translation>正在生成页面</translation>
  </message>
  <message>
   <source>Pressed by mistake</source>
   <translation>按错了</translation>
  </message>
  <message>
   <source>Prevention</source>
   <translation>预防</translation>
  </message>
  <message>
   <source>Preview</source>
   <translation>预览</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>打印</translation>
  </message>
  <message>
   <source>Print FORM (key or form number) of the record NUMBER, or a whole list, as PDF.</source>
   <translation>把编号为 NUMBER 的记录或整个清单按表单 FORM（名称或表号）打印成 PDF。</translation>
  </message>
  <message>
   <source>Print action card</source>
   <translation>打印应急处置卡</translation>
  </message>
  <message>
   <source>Print agenda</source>
   <translation>打印议程</translation>
  </message>
  <message>
   <source>Print case</source>
   <translation>打印案例</translation>
  </message>
  <message>
   <source>Print centre</source>
   <translation>打印中心</translation>
  </message>
  <message>
   <source>Print checklist</source>
   <translation>打印检查表</translation>
  </message>
  <message>
   <source>Print comparison</source>
   <translation>打印对比</translation>
  </message>
  <message>
   <source>Print list</source>
   <translation>打印清单</translation>
  </message>
  <message>
   <source>Print minutes</source>
   <translation>打印纪要</translation>
  </message>
  <message>
   <source>Print signed list</source>
   <translation>打印签字清单</translation>
  </message>
  <message>
   <source>Printing</source>
   <translation>正在打印</translation>
  </message>
  <message>
   <source>Printing was stopped.</source>
   <translation>打印已停止。</translation>
  </message>
  <message>
   <source>Priority</source>
   <translation>优先级</translation>
  </message>
  <message>
   <source>Progress not told for {time}: {what}</source>
   <translation>通报已迟 {time}：{what}</translation>
  </message>
  <message>
   <source>Progress reported</source>
   <translation>已通报</translation>
  </message>
  <message>
   <source>Progress told</source>
   <translation>已通报</translation>
  </message>
  <message>
   <source>Progress told, no. {n}</source>
   <translation>第 {n} 次通报完成</translation>
  </message>
  <message>
   <source>Proof</source>
   <translation>完成证明</translation>
  </message>
  <message>
   <source>Proof: {proof}</source>
   <translation>完成证明：{proof}</translation>
  </message>
  <message>
   <source>Public apology</source>
   <translation>公开道歉</translation>
  </message>
  <message>
   <source>Publish</source>
   <translation>发布</translation>
  </message>
  <message>
   <source>Publish a statement</source>
   <translation>发布声明</translation>
  </message>
  <message>
   <source>Publish case</source>
   <translation>发布案例</translation>
  </message>
  <message>
   <source>Published</source>
   <translation>已发布</translation>
  </message>
  <message>
   <source>Purpose</source>
   <translation>目的</translation>
  </message>
  <message>
   <source>Q1 meeting</source>
   <translation>第一季度排查会</translation>
  </message>
  <message>
   <source>Q2 meeting</source>
   <translation>第二季度排查会</translation>
  </message>
  <message>
   <source>Q3 meeting</source>
   <translation>第三季度排查会</translation>
  </message>
  <message>
   <source>Q4 meeting</source>
   <translation>第四季度排查会</translation>
  </message>
  <message>
   <source>Quarter</source>
   <translation>季度</translation>
  </message>
  <message>
   <source>Quarterly</source>
   <translation>每季度</translation>
  </message>
  <message>
   <source>Question and answer in one line: Why …? Because …</source>
   <translation>一问一答写一行：为什么……？因为……</translation>
  </message>
  <message>
   <source>Questions</source>
   <translation>问题</translation>
  </message>
  <message>
   <source>Quiet until the next limit runs out</source>
   <translation>下一个时限到期前不再提醒</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>退出</translation>
  </message>
  <message>
   <source>Raise a risk</source>
   <translation>提出风险</translation>
  </message>
  <message>
   <source>Raise a risk from complaints</source>
   <translation>从投诉提出风险</translation>
  </message>
  <message>
   <source>Rank</source>
   <translation>层级</translation>
  </message>
  <message>
   <source>Reach</source>
   <translation>传播范围</translation>
  </message>
  <message>
   <source>Reached</source>
   <translation>达到</translation>
  </message>
  <message>
   <source>Read again</source>
   <translation>重新读取</translation>
  </message>
  <message>
   <source>Reader</source>
   <translation>查阅人员</translation>
  </message>
  <message>
   <source>Reading files</source>
   <translation>正在读入附件</translation>
  </message>
  <message>
   <source>Reading the clipboard</source>
   <translation>正在读取剪贴板</translation>
  </message>
  <message>
   <source>Reading the figures</source>
   <translation>正在读取数据</translation>
  </message>
  <message>
   <source>Reading the rows</source>
   <translation>正在核对各行</translation>
  </message>
  <message>
   <source>Reading the selected risks</source>
   <translation>正在读取所选风险</translation>
  </message>
  <message>
   <source>Reading the signed list</source>
   <translation>正在读取签字清单</translation>
  </message>
  <message>
   <source>Reading {file}</source>
   <translation>正在读取 {file}</translation>
  </message>
  <message>
   <source>Ready</source>
   <translation>已就绪</translation>
  </message>
  <message>
   <source>Really happened in the last 12 months: {n}.</source>
   <translation>近 12 个月实际发生 {n} 次。</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>原因</translation>
  </message>
  <message>
   <source>Reason not imported</source>
   <translation>不导入的原因</translation>
  </message>
  <message>
   <source>Received</source>
   <translation>收到日期</translation>
  </message>
  <message>
   <source>Received on</source>
   <translation>受理日期</translation>
  </message>
  <message>
   <source>Recognised from</source>
   <translation>识别来源</translation>
  </message>
  <message>
   <source>Record the drill</source>
   <translation>记录演练</translation>
  </message>
  <message>
   <source>Record {number} cannot be read: {reason}</source>
   <translation>记录 {number} 无法读取：{reason}</translation>
  </message>
  <message>
   <source>Records</source>
   <translation>记录</translation>
  </message>
  <message>
   <source>Records with the same number take over what differs: {n} of them. Rows that are only alike are left out.</source>
   <translation>编号相同的记录按清单更新不同之处，共 {n} 条；仅仅相似的行不导入。</translation>
  </message>
  <message>
   <source>Red</source>
   <translation>红</translation>
  </message>
  <message>
   <source>Red and yellow risks, 12 months</source>
   <translation>红、黄风险 12 个月</translation>
  </message>
  <message>
   <source>Red risk that lacks something</source>
   <translation>红色风险缺项</translation>
  </message>
  <message>
   <source>Red risks</source>
   <translation>红色风险</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>重做</translation>
  </message>
  <message>
   <source>Redo: {what}</source>
   <translation>重做：{what}</translation>
  </message>
  <message>
   <source>Regulation</source>
   <translation>法规</translation>
  </message>
  <message>
   <source>Regulation that is new</source>
   <translation>新法规</translation>
  </message>
  <message>
   <source>Regulations</source>
   <translation>法规</translation>
  </message>
  <message>
   <source>Related</source>
   <translation>相关</translation>
  </message>
  <message>
   <source>Remind so many days before</source>
   <translation>提前几天提醒</translation>
  </message>
  <message>
   <source>Reminder</source>
   <translation>提醒</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>移除</translation>
  </message>
  <message>
   <source>Remove (Alt+Delete)</source>
   <translation>删除（Alt+Delete）</translation>
  </message>
  <message>
   <source>Remove attachment</source>
   <translation>移除附件</translation>
  </message>
  <message>
   <source>Remove inject</source>
   <translation>删除注入</translation>
  </message>
  <message>
   <source>Remove marks</source>
   <translation>删除评分</translation>
  </message>
  <message>
   <source>Remove the marks of {name}</source>
   <translation>删除{name}的评分</translation>
  </message>
  <message>
   <source>Remove view</source>
   <translation>删除视图</translation>
  </message>
  <message>
   <source>Remove {name}</source>
   <translation>移除“{name}”</translation>
  </message>
  <message>
   <source>Renew</source>
   <translation>续签</translation>
  </message>
  <message>
   <source>Renewed</source>
   <translation>已续签</translation>
  </message>
  <message>
   <source>Repeat</source>
   <translation>重复安排</translation>
  </message>
  <message>
   <source>Repeat drill</source>
   <translation>重复安排演练</translation>
  </message>
  <message>
   <source>Repeated every</source>
   <translation>重复间隔</translation>
  </message>
  <message>
   <source>Repeat…</source>
   <translation>重复安排…</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>复盘报告</translation>
  </message>
  <message>
   <source>Report incident</source>
   <translation>报告事件</translation>
  </message>
  <message>
   <source>Report late</source>
   <translation>报告逾期</translation>
  </message>
  <message>
   <source>Report progress</source>
   <translation>通报进度</translation>
  </message>
  <message>
   <source>Report to write</source>
   <translation>待写报告</translation>
  </message>
  <message>
   <source>Reported</source>
   <translation>接报</translation>
  </message>
  <message>
   <source>Reported at</source>
   <translation>接报时间</translation>
  </message>
  <message>
   <source>Reported by</source>
   <translation>报告人</translation>
  </message>
  <message>
   <source>Reports</source>
   <translation>报告</translation>
  </message>
  <message>
   <source>Reports ended</source>
   <translation>停止通报</translation>
  </message>
  <message>
   <source>Rescore</source>
   <translation>重新评分</translation>
  </message>
  <message>
   <source>Rescore risk</source>
   <translation>重新评分</translation>
  </message>
  <message>
   <source>Rescued</source>
   <translation>已救出</translation>
  </message>
  <message>
   <source>Rescued or under control</source>
   <translation>救出或受控</translation>
  </message>
  <message>
   <source>Respond</source>
   <translation>响应</translation>
  </message>
  <message>
   <source>Response console: {title}</source>
   <translation>处置台：{title}</translation>
  </message>
  <message>
   <source>Response tier</source>
   <translation>响应级别</translation>
  </message>
  <message>
   <source>Restore</source>
   <translation>恢复</translation>
  </message>
  <message>
   <source>Restore from another place</source>
   <translation>从其他位置恢复</translation>
  </message>
  <message>
   <source>Restore from another place…</source>
   <translation>从其他位置恢复…</translation>
  </message>
  <message>
   <source>Restoring the backup</source>
   <translation>正在恢复备份</translation>
  </message>
  <message>
   <source>Result</source>
   <translation>结果</translation>
  </message>
  <message>
   <source>Result of {what}</source>
   <translation>结果：{what}</translation>
  </message>
  <message>
   <source>Results and marks</source>
   <translation>结果与评分</translation>
  </message>
  <message>
   <source>Results, marks, what was seen, and attachments.</source>
   <translation>结果、评分、观察到的优点和不足、附件。</translation>
  </message>
  <message>
   <source>Resume</source>
   <translation>恢复</translation>
  </message>
  <message>
   <source>Resume incident</source>
   <translation>恢复事件</translation>
  </message>
  <message>
   <source>Resumed</source>
   <translation>已恢复</translation>
  </message>
  <message>
   <source>Review due</source>
   <translation>应评审日期</translation>
  </message>
  <message>
   <source>Review interval (days)</source>
   <translation>评审间隔（天）</translation>
  </message>
  <message>
   <source>Review meeting</source>
   <translation>排查会</translation>
  </message>
  <message>
   <source>Review meeting, Q1 {year}</source>
   <translation>{year} 年第一季度排查会</translation>
  </message>
  <message>
   <source>Review meeting, Q2 {year}</source>
   <translation>{year} 年第二季度排查会</translation>
  </message>
  <message>
   <source>Review meeting, Q3 {year}</source>
   <translation>{year} 年第三季度排查会</translation>
  </message>
  <message>
   <source>Review meeting, Q4 {year}</source>
   <translation>{year} 年第四季度排查会</translation>
  </message>
  <message>
   <source>Review meetings</source>
   <translation>风险排查会</translation>
  </message>
  <message>
   <source>Review of a risk every</source>
   <translation>风险评审间隔</translation>
  </message>
  <message>
   <source>Review overdue</source>
   <translation>评审逾期</translation>
  </message>
  <message>
   <source>Review risk</source>
   <translation>完成评审</translation>
  </message>
  <message>
   <source>Reviewed</source>
   <translation>已审核</translation>
  </message>
  <message>
   <source>Reviewed today; next review set.</source>
   <translation>今天已评审，已排下次评审。</translation>
  </message>
  <message>
   <source>Reviews</source>
   <translation>评审</translation>
  </message>
  <message>
   <source>Risen</source>
   <translation>上升</translation>
  </message>
  <message>
   <source>Risk</source>
   <translation>风险</translation>
  </message>
  <message>
   <source>Risk family</source>
   <translation>风险类别</translation>
  </message>
  <message>
   <source>Risk list as signed</source>
   <translation>物业客服风险清单（签字版）</translation>
  </message>
  <message>
   <source>Risk lists compared</source>
   <translation>风险清单对比</translation>
  </message>
  <message>
   <source>Risk register</source>
   <translation>风险清单</translation>
  </message>
  <message>
   <source>Risk review</source>
   <translation>风险评审</translation>
  </message>
  <message>
   <source>Risks</source>
   <translation>风险</translation>
  </message>
  <message>
   <source>Risks stand here once they are scored on the matrix: open one and choose Rescore.</source>
   <translation>按矩阵评分后的风险显示在这里：打开一条风险，选择“重新评分”。</translation>
  </message>
  <message>
   <source>Risks, cases and playbooks belong to one.</source>
   <translation>风险、案例和预案各归一类。</translation>
  </message>
  <message>
   <source>Role</source>
   <translation>岗位</translation>
  </message>
  <message>
   <source>Role in the program</source>
   <translation>程序中的角色</translation>
  </message>
  <message>
   <source>Role or body</source>
   <translation>岗位或单位</translation>
  </message>
  <message>
   <source>Roles and materials</source>
   <translation>角色与物资</translation>
  </message>
  <message>
   <source>Roles in playbooks</source>
   <translation>预案角色</translation>
  </message>
  <message>
   <source>Room number</source>
   <translation>房号</translation>
  </message>
  <message>
   <source>Root cause</source>
   <translation>根本原因</translation>
  </message>
  <message>
   <source>Row</source>
   <translation>行</translation>
  </message>
  <message>
   <source>Row {row} could not be written.</source>
   <translation>第 {row} 行未能写入。</translation>
  </message>
  <message>
   <source>Row {row}: nothing is wrong here.</source>
   <translation>第 {row} 行：没有问题。</translation>
  </message>
  <message>
   <source>Rows</source>
   <translation>行数</translation>
  </message>
  <message>
   <source>Rows that are there already</source>
   <translation>已有的行</translation>
  </message>
  <message>
   <source>Rows that hold only a number</source>
   <translation>只有序号的行</translation>
  </message>
  <message>
   <source>Rows to be imported</source>
   <translation>将导入的行</translation>
  </message>
  <message>
   <source>Run it</source>
   <translation>启用</translation>
  </message>
  <message>
   <source>Running</source>
   <translation>进行中</translation>
  </message>
  <message>
   <source>Running for</source>
   <translation>已进行</translation>
  </message>
  <message>
   <source>Running number, not imported</source>
   <translation>序号，不导入</translation>
  </message>
  <message>
   <source>SQLite found damage: {line}</source>
   <translation>SQLite 发现损坏：{line}</translation>
  </message>
  <message>
   <source>Safety and materials</source>
   <translation>安全与物资</translation>
  </message>
  <message>
   <source>Safety briefing</source>
   <translation>安全交底</translation>
  </message>
  <message>
   <source>Safety briefing and stop word</source>
   <translation>安全交底和停止口令</translation>
  </message>
  <message>
   <source>Safety officer</source>
   <translation>安全主管</translation>
  </message>
  <message>
   <source>Said right after it</source>
   <translation>现场讲评</translation>
  </message>
  <message>
   <source>Same as</source>
   <translation>与此相同</translation>
  </message>
  <message>
   <source>Same number {number}, but another title and day: “{title}”, {day}. Another site’s complaint?</source>
   <translation>编号 {number} 相同，但标题和日期都不同：“{title}”，{day}。会不会是别的项目的投诉？</translation>
  </message>
  <message>
   <source>Same number: {number}</source>
   <translation>编号相同：{number}</translation>
  </message>
  <message>
   <source>Same {what}</source>
   <translation>相同：{what}</translation>
  </message>
  <message>
   <source>Sat</source>
   <translation>周六</translation>
  </message>
  <message>
   <source>Saturday</source>
   <translation>星期六</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>保存</translation>
  </message>
  <message>
   <source>Save a copy</source>
   <translation>另存</translation>
  </message>
  <message>
   <source>Save a copy of {name}</source>
   <translation>另存“{name}”</translation>
  </message>
  <message>
   <source>Save and rescale</source>
   <translation>保存并重新分级</translation>
  </message>
  <message>
   <source>Save as PDF</source>
   <translation>存为 PDF</translation>
  </message>
  <message>
   <source>Save case</source>
   <translation>保存案例</translation>
  </message>
  <message>
   <source>Save complaint</source>
   <translation>保存投诉</translation>
  </message>
  <message>
   <source>Save contract</source>
   <translation>保存合同</translation>
  </message>
  <message>
   <source>Save directory entry</source>
   <translation>保存通讯录条目</translation>
  </message>
  <message>
   <source>Save drill</source>
   <translation>保存演练</translation>
  </message>
  <message>
   <source>Save incident</source>
   <translation>保存事件</translation>
  </message>
  <message>
   <source>Save like this</source>
   <translation>按此保存</translation>
  </message>
  <message>
   <source>Save measure</source>
   <translation>保存措施</translation>
  </message>
  <message>
   <source>Save playbook</source>
   <translation>保存预案</translation>
  </message>
  <message>
   <source>Save regulation</source>
   <translation>保存法规</translation>
  </message>
  <message>
   <source>Save review meeting</source>
   <translation>保存排查会</translation>
  </message>
  <message>
   <source>Save risk</source>
   <translation>保存风险</translation>
  </message>
  <message>
   <source>Save score</source>
   <translation>保存评分</translation>
  </message>
  <message>
   <source>Save the rows not imported</source>
   <translation>保存未导入的行</translation>
  </message>
  <message>
   <source>Save the {n} rows not imported…</source>
   <translation>将未导入的 {n} 行另存为…</translation>
  </message>
  <message>
   <source>Saved as {file}</source>
   <translation>已存为 {file}</translation>
  </message>
  <message>
   <source>Saved at once</source>
   <translation>修改后立即保存</translation>
  </message>
  <message>
   <source>Saved {time}</source>
   <translation>已保存 {time}</translation>
  </message>
  <message>
   <source>Saved.</source>
   <translation>已保存。</translation>
  </message>
  <message>
   <source>Saving</source>
   <translation>正在保存</translation>
  </message>
  <message>
   <source>Say</source>
   <translation>话术</translation>
  </message>
  <message>
   <source>Say in Settings who you are: a report is approved by somebody.</source>
   <translation>请先在设置中选定本人：报告须由具体的人批准。</translation>
  </message>
  <message>
   <source>Say instead</source>
   <translation>共情话术</translation>
  </message>
  <message>
   <source>Say on which days it is to be held.</source>
   <translation>请写明在哪些日子举行。</translation>
  </message>
  <message>
   <source>Say until when it is accepted.</source>
   <translation>请填写接受到哪一天。</translation>
  </message>
  <message>
   <source>Say when the meeting was held.</source>
   <translation>请填写会议日期。</translation>
  </message>
  <message>
   <source>Say who confirmed it.</source>
   <translation>请填写确认人。</translation>
  </message>
  <message>
   <source>Say why the personal data are needed.</source>
   <translation>请说明为何需要原始个人信息。</translation>
  </message>
  <message>
   <source>Say why the risk is acceptable.</source>
   <translation>请说明可以接受的理由。</translation>
  </message>
  <message>
   <source>Say: {words}</source>
   <translation>这样说：{words}</translation>
  </message>
  <message>
   <source>Scenario</source>
   <translation>情景</translation>
  </message>
  <message>
   <source>Scenario class</source>
   <translation>突发事件类别</translation>
  </message>
  <message>
   <source>Score</source>
   <translation>得分</translation>
  </message>
  <message>
   <source>Scored by LEC</source>
   <translation>LEC 评分</translation>
  </message>
  <message>
   <source>Scored or no longer</source>
   <translation>首评或撤评</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>搜索</translation>
  </message>
  <message>
   <source>Search complaint, type, place</source>
   <translation>搜索投诉、类型、地点</translation>
  </message>
  <message>
   <source>Search contract, number, cover</source>
   <translation>搜索合同、编号、保障范围</translation>
  </message>
  <message>
   <source>Search everything in the cases</source>
   <translation>搜索案例全文</translation>
  </message>
  <message>
   <source>Search for “{word}”</source>
   <translation>搜索“{word}”</translation>
  </message>
  <message>
   <source>Search here</source>
   <translation>在此搜索</translation>
  </message>
  <message>
   <source>Search measure, place, proof</source>
   <translation>搜索措施、地点、证明</translation>
  </message>
  <message>
   <source>Search name</source>
   <translation>搜索名称</translation>
  </message>
  <message>
   <source>Search name, code, address</source>
   <translation>搜索名称、代码、地址</translation>
  </message>
  <message>
   <source>Search name, phone, contact</source>
   <translation>搜索名称、电话、联系人</translation>
  </message>
  <message>
   <source>Search name, post, phone</source>
   <translation>搜索姓名、岗位、电话</translation>
  </message>
  <message>
   <source>Search or run a command</source>
   <translation>搜索或执行命令</translation>
  </message>
  <message>
   <source>Search title, clause, wording</source>
   <translation>搜索名称、条款、内容</translation>
  </message>
  <message>
   <source>Search title, number, place</source>
   <translation>搜索标题、编号、地点</translation>
  </message>
  <message>
   <source>Search title, number, steps</source>
   <translation>搜索标题、编号、步骤</translation>
  </message>
  <message>
   <source>Search title, scenario, place</source>
   <translation>搜索标题、情景、地点</translation>
  </message>
  <message>
   <source>Search, or do something</source>
   <translation>搜索，或执行命令</translation>
  </message>
  <message>
   <source>Seasonal rise</source>
   <translation>季节性高峰</translation>
  </message>
  <message>
   <source>See the complaints, raise a risk</source>
   <translation>查看投诉并提出风险</translation>
  </message>
  <message>
   <source>Seen</source>
   <translation>已出现</translation>
  </message>
  <message>
   <source>Select cells, or drag over them</source>
   <translation>选择单元格，也可以拖选</translation>
  </message>
  <message>
   <source>Select the cells below the one whose value they shall get.</source>
   <translation>请先选中要填充的单元格，最上面一格是填充的内容。</translation>
  </message>
  <message>
   <source>Select the complaints that point to the risk.</source>
   <translation>请先选中指向这个风险的投诉。</translation>
  </message>
  <message>
   <source>Select the risks that are to be changed.</source>
   <translation>请先选中要修改的风险。</translation>
  </message>
  <message>
   <source>Select their rows</source>
   <translation>选中所在的行</translation>
  </message>
  <message>
   <source>Sent to the printer.</source>
   <translation>已送往打印机。</translation>
  </message>
  <message>
   <source>Set a date</source>
   <translation>设定日期</translation>
  </message>
  <message>
   <source>Set by hand: {reason}</source>
   <translation>手工设定：{reason}</translation>
  </message>
  <message>
   <source>Set level by hand</source>
   <translation>手工设定级别</translation>
  </message>
  <message>
   <source>Set next review</source>
   <translation>设定下次评审</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>设置</translation>
  </message>
  <message>
   <source>Settings: {section}</source>
   <translation>设置：{section}</translation>
  </message>
  <message>
   <source>Settled</source>
   <translation>办结</translation>
  </message>
  <message>
   <source>Severity</source>
   <translation>严重度</translation>
  </message>
  <message>
   <source>Sheet</source>
   <translation>工作表</translation>
  </message>
  <message>
   <source>Sheet as it is</source>
   <translation>原表</translation>
  </message>
  <message>
   <source>Sheet {name} has a stray cell far outside of its table. Delete the empty rows and columns.</source>
   <translation>工作表“{name}”在表格很远之外还有内容。请删除多余的空行和空列。</translation>
  </message>
  <message>
   <source>Should follow: {what}</source>
   <translation>应有动作：{what}</translation>
  </message>
  <message>
   <source>Show</source>
   <translation>查看</translation>
  </message>
  <message>
   <source>Show it</source>
   <translation>显示</translation>
  </message>
  <message>
   <source>Show the list</source>
   <translation>查看清单</translation>
  </message>
  <message>
   <source>Show the record</source>
   <translation>查看已有记录</translation>
  </message>
  <message>
   <source>Show the version and exit.</source>
   <translation>显示版本。</translation>
  </message>
  <message>
   <source>Show this message and exit.</source>
   <translation>显示本说明。</translation>
  </message>
  <message>
   <source>Show {n} in the list</source>
   <translation>在列表中查看这 {n} 件</translation>
  </message>
  <message>
   <source>Show {n} in the table</source>
   <translation>在表格中显示这 {n} 条</translation>
  </message>
  <message>
   <source>Shown while an incident runs, with every notice whose step has no words of its own.</source>
   <translation>事件处置中，步骤没有另写时，通报旁显示这些禁忌用语。</translation>
  </message>
  <message>
   <source>Sight</source>
   <translation>视图方式</translation>
  </message>
  <message>
   <source>Sign and freeze</source>
   <translation>签字冻结</translation>
  </message>
  <message>
   <source>Sign and freeze now</source>
   <translation>签字并冻结</translation>
  </message>
  <message>
   <source>Signed</source>
   <translation>已签字</translation>
  </message>
  <message>
   <source>Signed and frozen on {when}.</source>
   <translation>已于 {when} 签字冻结。</translation>
  </message>
  <message>
   <source>Signed. The risk list is frozen.</source>
   <translation>已签字，风险清单已冻结。</translation>
  </message>
  <message>
   <source>Since the last meeting on {day}.</source>
   <translation>自上次会议（{day}）以来。</translation>
  </message>
  <message>
   <source>Site</source>
   <translation>项目</translation>
  </message>
  <message>
   <source>Site and place</source>
   <translation>项目与地点</translation>
  </message>
  <message>
   <source>Sites</source>
   <translation>项目</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>大小</translation>
  </message>
  <message>
   <source>Smaller</source>
   <translation>缩小</translation>
  </message>
  <message>
   <source>So far nothing was let out.</source>
   <translation>目前没有未脱敏带出的记录。</translation>
  </message>
  <message>
   <source>So that no limit passes unseen. The pin in the response console switches it as well.</source>
   <translation>以免错过时限。处置台的图钉也可切换。</translation>
  </message>
  <message>
   <source>Solve and call back</source>
   <translation>解决并回访</translation>
  </message>
  <message>
   <source>Solving the problem</source>
   <translation>问题解决效率</translation>
  </message>
  <message>
   <source>Some other playbook</source>
   <translation>其他预案</translation>
  </message>
  <message>
   <source>Some texts were too long for a cell and were cut: {cells}</source>
   <translation>部分文字超过单元格上限，已截断：{cells}</translation>
  </message>
  <message>
   <source>Somebody else</source>
   <translation>其他人</translation>
  </message>
  <message>
   <source>Somebody for every role</source>
   <translation>每个角色都有人</translation>
  </message>
  <message>
   <source>Somebody wrote meanwhile: {words}</source>
   <translation>其间有人写了：{words}</translation>
  </message>
  <message>
   <source>Someone other than the owner confirms a measure.</source>
   <translation>措施须由负责人以外的人确认。</translation>
  </message>
  <message>
   <source>Someone other than the owner confirms it afterwards.</source>
   <translation>完成后由责任人以外的人确认。</translation>
  </message>
  <message>
   <source>Someone other than the owner.</source>
   <translation>须为责任人以外的人。</translation>
  </message>
  <message>
   <source>Something unexpected happened</source>
   <translation>意外情况</translation>
  </message>
  <message>
   <source>Something unexpected happened in the program.</source>
   <translation>程序遇到意外情况。</translation>
  </message>
  <message>
   <source>Something unexpected happened in the program. Details are in {path}.</source>
   <translation>程序遇到意外情况，详情见 {path}。</translation>
  </message>
  <message>
   <source>Something was decided on this: it stays on the agenda.</source>
   <translation>这项已有决定，不能移出议程。</translation>
  </message>
  <message>
   <source>Soon</source>
   <translation>将到时</translation>
  </message>
  <message>
   <source>Sound: {records} records, {changes} changes.</source>
   <translation>完好：{records} 条记录，{changes} 条变更。</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>来源</translation>
  </message>
  <message>
   <source>Source, more exactly</source>
   <translation>来源说明</translation>
  </message>
  <message>
   <source>Standard</source>
   <translation>标准</translation>
  </message>
  <message>
   <source>Standing</source>
   <translation>状态</translation>
  </message>
  <message>
   <source>Stands at the head of every printed form.</source>
   <translation>印在每张表的表头。</translation>
  </message>
  <message>
   <source>Stands in the foot of every printed form.</source>
   <translation>印在每张表的页脚。</translation>
  </message>
  <message>
   <source>Start</source>
   <translation>开始</translation>
  </message>
  <message>
   <source>Start a new file</source>
   <translation>新建文件</translation>
  </message>
  <message>
   <source>Start a new file…</source>
   <translation>新建文件…</translation>
  </message>
  <message>
   <source>Start drill</source>
   <translation>开始演练</translation>
  </message>
  <message>
   <source>Start the plan</source>
   <translation>启动方案</translation>
  </message>
  <message>
   <source>Start the response</source>
   <translation>开始处置</translation>
  </message>
  <message>
   <source>Started</source>
   <translation>开始时间</translation>
  </message>
  <message>
   <source>State</source>
   <translation>状态</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>状态</translation>
  </message>
  <message>
   <source>Step before</source>
   <translation>上一步</translation>
  </message>
  <message>
   <source>Step done</source>
   <translation>步骤完成</translation>
  </message>
  <message>
   <source>Step not possible</source>
   <translation>步骤无法执行</translation>
  </message>
  <message>
   <source>Step of the drill</source>
   <translation>演练步骤</translation>
  </message>
  <message>
   <source>Step {n} of {all}</source>
   <translation>第 {n} 步，共 {all} 步</translation>
  </message>
  <message>
   <source>Step “{step}” was removed.</source>
   <translation>已删除步骤“{step}”。</translation>
  </message>
  <message>
   <source>Steps</source>
   <translation>步骤</translation>
  </message>
  <message>
   <source>Steps of the meeting</source>
   <translation>会议步骤</translation>
  </message>
  <message>
   <source>Steps {n} / {total}</source>
   <translation>步骤 {n} / {total}</translation>
  </message>
  <message>
   <source>Steps, how they went</source>
   <translation>步骤执行情况</translation>
  </message>
  <message>
   <source>Stop word</source>
   <translation>停止口令</translation>
  </message>
  <message>
   <source>Stop word: “{word}”</source>
   <translation>停止口令：“{word}”</translation>
  </message>
  <message>
   <source>Stopped. Nothing was changed.</source>
   <translation>已停止，没有改动任何内容。</translation>
  </message>
  <message>
   <source>Strand</source>
   <translation>策略层面</translation>
  </message>
  <message>
   <source>Street office</source>
   <translation>街道办</translation>
  </message>
  <message>
   <source>Strengths</source>
   <translation>优点</translation>
  </message>
  <message>
   <source>Strike</source>
   <translation>划去</translation>
  </message>
  <message>
   <source>Strike entry</source>
   <translation>划去记录</translation>
  </message>
  <message>
   <source>Strike this entry</source>
   <translation>划去这一条</translation>
  </message>
  <message>
   <source>Struck</source>
   <translation>已划去</translation>
  </message>
  <message>
   <source>Struck by {who}: {reason}</source>
   <translation>{who} 划去：{reason}</translation>
  </message>
  <message>
   <source>Such as</source>
   <translation>内容示例</translation>
  </message>
  <message>
   <source>Such as article 942; none for the whole text</source>
   <translation>例如第九百四十二条；整部文件则留空</translation>
  </message>
  <message>
   <source>Such as: local media, 10,000 views</source>
   <translation>例如：本地媒体，播放一万次</translation>
  </message>
  <message>
   <source>Such as: property liability insurance</source>
   <translation>例如：物业责任险</translation>
  </message>
  <message>
   <source>Such as: telephone, lift intercom</source>
   <translation>例如：电话、电梯对讲</translation>
  </message>
  <message>
   <source>Such as: time of arrival, photos</source>
   <translation>例如：到达时间、照片</translation>
  </message>
  <message>
   <source>Summary</source>
   <translation>概要</translation>
  </message>
  <message>
   <source>Sun</source>
   <translation>周日</translation>
  </message>
  <message>
   <source>Sunday</source>
   <translation>星期日</translation>
  </message>
  <message>
   <source>Superseded</source>
   <translation>已被取代</translation>
  </message>
  <message>
   <source>System</source>
   <translation>系统</translation>
  </message>
  <message>
   <source>Table</source>
   <translation>表格</translation>
  </message>
  <message>
   <source>Table {kind} lacks {columns}.</source>
   <translation>表 {kind} 缺少 {columns}。</translation>
  </message>
  <message>
   <source>Tables</source>
   <translation>表格</translation>
  </message>
  <message>
   <source>Tabletop</source>
   <translation>桌面</translation>
  </message>
  <message>
   <source>Tags</source>
   <translation>标签</translation>
  </message>
  <message>
   <source>Take back</source>
   <translation>恢复原样</translation>
  </message>
  <message>
   <source>Take it out of the trash and save</source>
   <translation>从回收站还原并保存</translation>
  </message>
  <message>
   <source>Take off the agenda</source>
   <translation>移出议程</translation>
  </message>
  <message>
   <source>Take out of the trash</source>
   <translation>从回收站还原</translation>
  </message>
  <message>
   <source>Take personal data out as written</source>
   <translation>未脱敏带出个人信息</translation>
  </message>
  <message>
   <source>Take playbooks away</source>
   <translation>移除预案</translation>
  </message>
  <message>
   <source>Take theirs</source>
   <translation>采用对方的</translation>
  </message>
  <message>
   <source>Take {n} proposals</source>
   <translation>采用 {n} 项建议</translation>
  </message>
  <message>
   <source>Take: {what}</source>
   <translation>携带：{what}</translation>
  </message>
  <message>
   <source>Taken off the agenda.</source>
   <translation>已移出议程。</translation>
  </message>
  <message>
   <source>Taken out by</source>
   <translation>经手人</translation>
  </message>
  <message>
   <source>Takes effect on {day}, in {n} days.</source>
   <translation>{day} 起施行，还有 {n} 天。</translation>
  </message>
  <message>
   <source>Takes effect on {day}.</source>
   <translation>{day} 起施行（尚未施行）。</translation>
  </message>
  <message>
   <source>Target</source>
   <translation>目标</translation>
  </message>
  <message>
   <source>Target is above current: say why.</source>
   <translation>目标高于现状级别，请说明原因。</translation>
  </message>
  <message>
   <source>Target reached</source>
   <translation>已达标</translation>
  </message>
  <message>
   <source>Target {time}</source>
   <translation>目标 {time}</translation>
  </message>
  <message>
   <source>Teaching scenario</source>
   <translation>教学情景</translation>
  </message>
  <message>
   <source>Telephone</source>
   <translation>电话</translation>
  </message>
  <message>
   <source>Term</source>
   <translation>期限</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>内容</translation>
  </message>
  <message>
   <source>Text encoding</source>
   <translation>文本编码</translation>
  </message>
  <message>
   <source>Text size</source>
   <translation>文字大小</translation>
  </message>
  <message>
   <source>The PDF to write.</source>
   <translation>要写入的 PDF 文件。</translation>
  </message>
  <message>
   <source>The acceptance lapsed on {day}.</source>
   <translation>接受已于 {day} 到期。</translation>
  </message>
  <message>
   <source>The agenda is filled again.</source>
   <translation>议程已重新生成。</translation>
  </message>
  <message>
   <source>The attached file is not in this file.</source>
   <translation>文件中没有这个附件。</translation>
  </message>
  <message>
   <source>The backup could not be copied: {reason}</source>
   <translation>备份没有复制成：{reason}</translation>
  </message>
  <message>
   <source>The backup could not be verified: {reason}</source>
   <translation>备份未通过验证：{reason}</translation>
  </message>
  <message>
   <source>The backup could not be written: {reason}</source>
   <translation>备份没有写成：{reason}</translation>
  </message>
  <message>
   <source>The cell shows the error {typed}.</source>
   <translation>单元格显示错误 {typed}。</translation>
  </message>
  <message>
   <source>The change log of {site} does not verify at entry {seq}.</source>
   <translation>{site} 的变更日志在第 {seq} 条验证失败。</translation>
  </message>
  <message>
   <source>The clipboard holds neither files nor a picture.</source>
   <translation>剪贴板里没有文件或图片。</translation>
  </message>
  <message>
   <source>The computer slept or its clock was set forward: {time}. Nothing rang meanwhile.</source>
   <translation>电脑休眠或时钟被拨快 {time}，其间没有提醒。</translation>
  </message>
  <message>
   <source>The computer stood still for {time}. Nothing rang meanwhile.</source>
   <translation>电脑停顿 {time}，其间没有提醒。</translation>
  </message>
  <message>
   <source>The computer's clock was set back by {time}.</source>
   <translation>电脑时钟被拨慢 {time}。</translation>
  </message>
  <message>
   <source>The day from which this wording holds. What is new stands on the agenda of the next review.</source>
   <translation>现行文本开始施行的日期。新施行的会列入下一次排查会议程。</translation>
  </message>
  <message>
   <source>The days of the scores and what they counted, attachments, an acceptance. The copy is a draft.</source>
   <translation>评分日期及其计入的措施、附件、接受记录。副本为草稿。</translation>
  </message>
  <message>
   <source>The disk does not take or give any more data. What you typed is still here; look at the disk.</source>
   <translation>磁盘无法读写。您输入的内容仍在，请检查磁盘。</translation>
  </message>
  <message>
   <source>The disk is full. What you typed is still here; make room and save again.</source>
   <translation>磁盘已满。输入的内容还在，请腾出空间后重新保存。</translation>
  </message>
  <message>
   <source>The drill is over. Marks can still be entered.</source>
   <translation>演练结束。评分仍可录入。</translation>
  </message>
  <message>
   <source>The drill keeps the version it is planned with.</source>
   <translation>演练保留安排时的预案版本。</translation>
  </message>
  <message>
   <source>The end lies before the start.</source>
   <translation>结束时间早于开始时间。</translation>
  </message>
  <message>
   <source>The entry is struck with a reason and stays readable</source>
   <translation>这条记录会划去并注明原因，仍可查看</translation>
  </message>
  <message>
   <source>The event: lift entrapment, rainstorm flooding</source>
   <translation>事件名称，例如：电梯困人、暴雨内涝</translation>
  </message>
  <message>
   <source>The figures could not be read: {reason}</source>
   <translation>数据读取失败：{reason}</translation>
  </message>
  <message>
   <source>The file cannot be opened</source>
   <translation>无法打开文件</translation>
  </message>
  <message>
   <source>The file cannot be read: {reason}</source>
   <translation>文件无法读取：{reason}</translation>
  </message>
  <message>
   <source>The file could not be saved: {reason}</source>
   <translation>文件没有存成：{reason}</translation>
  </message>
  <message>
   <source>The file could not be written: {reason}</source>
   <translation>文件未能写入：{reason}</translation>
  </message>
  <message>
   <source>The file is empty, perhaps not wholly copied or downloaded. Fetch it once more.</source>
   <translation>文件是空的，可能没有复制或下载完。请重新获取。</translation>
  </message>
  <message>
   <source>The file is incomplete, perhaps not wholly copied or downloaded. Fetch it once more.</source>
   <translation>文件不完整，可能没有复制或下载完。请重新获取。</translation>
  </message>
  <message>
   <source>The file is larger than {n} MB. Divide it first.</source>
   <translation>文件超过 {n} MB，请先拆分。</translation>
  </message>
  <message>
   <source>The file is not UTF-8.</source>
   <translation>文件不是 UTF-8 编码。</translation>
  </message>
  <message>
   <source>The file is not there</source>
   <translation>文件不在原处</translation>
  </message>
  <message>
   <source>The file is not whole. Restore a backup.</source>
   <translation>文件不完整，请恢复备份。</translation>
  </message>
  <message>
   <source>The file or its folder is read-only.</source>
   <translation>文件或所在文件夹是只读的。</translation>
  </message>
  <message>
   <source>The file was made by a trial version of riskdesk from before 0.1.0. It was not touched.</source>
   <translation>这个文件是 riskdesk 0.1.0 之前的试用版建立的，无法打开。文件没有改动。</translation>
  </message>
  <message>
   <source>The file was written by a newer riskdesk. Please update this program; the file was not touched.</source>
   <translation>该文件由更新版本的程序写入。请升级本程序，文件未被改动。</translation>
  </message>
  <message>
   <source>The file's name must be the key: small letters, digits and _.</source>
   <translation>文件名就是键：只用小写字母、数字和下划线。</translation>
  </message>
  <message>
   <source>The first one is shown with a notice whose step does not say what to say.</source>
   <translation>步骤没有另写话术时，通报旁显示第一句。</translation>
  </message>
  <message>
   <source>The formula here was never calculated. Open the file in a spreadsheet program and save it.</source>
   <translation>这里的公式没有计算结果。请用表格软件打开文件并保存。</translation>
  </message>
  <message>
   <source>The frozen risk list</source>
   <translation>已冻结的风险清单</translation>
  </message>
  <message>
   <source>The full title, without the number</source>
   <translation>完整名称，不带文号</translation>
  </message>
  <message>
   <source>The head once more</source>
   <translation>重复的表头</translation>
  </message>
  <message>
   <source>The import was taken back.</source>
   <translation>这次导入已撤销。</translation>
  </message>
  <message>
   <source>The incident is closed. Its report is to be written now.</source>
   <translation>事件已结束，请填写复盘报告。</translation>
  </message>
  <message>
   <source>The incident is paused</source>
   <translation>事件已暂停</translation>
  </message>
  <message>
   <source>The key {key} is used already in {file}.</source>
   <translation>键 {key} 已在 {file} 中使用。</translation>
  </message>
  <message>
   <source>The last undo or redo is still under way.</source>
   <translation>上一次撤销或重做尚未完成。</translation>
  </message>
  <message>
   <source>The levels of the office's policy were changed.</source>
   <translation>分级标准已调整。</translation>
  </message>
  <message>
   <source>The library holds what went wrong, how it ended and what is learned from it. Begin with one case.</source>
   <translation>案例库收录出过什么问题、如何收场、学到什么。先录入一个案例吧。</translation>
  </message>
  <message>
   <source>The limit must run from an earlier step.</source>
   <translation>时限只能从前面的步骤算起。</translation>
  </message>
  <message>
   <source>The list says {level}; by this office's rules {formula} is {own}.</source>
   <translation>表中为“{level}”；按本办公室的规则，{formula} 为“{own}”。</translation>
  </message>
  <message>
   <source>The list says {points}; it is {formula}.</source>
   <translation>表中为 {points}；实际为 {formula}。</translation>
  </message>
  <message>
   <source>The looser limits of {number} are confirmed.</source>
   <translation>{number} 的较宽时限已确认。</translation>
  </message>
  <message>
   <source>The marks of {name} were removed.</source>
   <translation>{name}的评分已删除。</translation>
  </message>
  <message>
   <source>The matrix needs 5 rows of 5 levels.</source>
   <translation>矩阵应为 5 行 5 列。</translation>
  </message>
  <message>
   <source>The meeting is prepared, its agenda filled.</source>
   <translation>排查会已建好，议程已生成。</translation>
  </message>
  <message>
   <source>The meeting is set for {day}. Correct the date if it was held already.</source>
   <translation>会议定于 {day}。如已召开，请先改正日期。</translation>
  </message>
  <message>
   <source>The name stands beside every change and every log entry that is made here.</source>
   <translation>在这台电脑上的每次修改和每条记录都会署上此名。</translation>
  </message>
  <message>
   <source>The number of a record never changes.</source>
   <translation>编号不能修改。</translation>
  </message>
  <message>
   <source>The number that staff call outside office hours.</source>
   <translation>下班时间员工拨打的电话。</translation>
  </message>
  <message>
   <source>The number {number} is taken already.</source>
   <translation>编号 {number} 已被使用。</translation>
  </message>
  <message>
   <source>The office</source>
   <translation>本单位</translation>
  </message>
  <message>
   <source>The overview shows what is red, what is due and who is late. Begin with the shipped playbooks, cases and risks, and change them to fit your office.</source>
   <translation>概览显示红色风险、到期事项和逾期责任人。可以先载入自带的预案、案例和风险，再按本单位情况修改。</translation>
  </message>
  <message>
   <source>The policy does not list {key}.</source>
   <translation>政策里没有 {key}。</translation>
  </message>
  <message>
   <source>The policy is saved; levels follow it.</source>
   <translation>策略已保存，级别已随之调整。</translation>
  </message>
  <message>
   <source>The reading was stopped.</source>
   <translation>已停止读取。</translation>
  </message>
  <message>
   <source>The records stay as they are.</source>
   <translation>已有记录保持不变。</translation>
  </message>
  <message>
   <source>The register holds what can go wrong, how grave it is and what is done about it. Begin with one risk.</source>
   <translation>风险清单记录可能出什么问题、有多严重、怎么应对。先写下第一条。</translation>
  </message>
  <message>
   <source>The register now</source>
   <translation>现在的风险清单</translation>
  </message>
  <message>
   <source>The report of {number} is approved.</source>
   <translation>{number} 的报告已批准。</translation>
  </message>
  <message>
   <source>The response console is always dark.</source>
   <translation>处置台始终为深色。</translation>
  </message>
  <message>
   <source>The response tier says {time}.</source>
   <translation>响应级别要求 {time}。</translation>
  </message>
  <message>
   <source>The rest can be added later.</source>
   <translation>其余内容可以以后补充。</translation>
  </message>
  <message>
   <source>The risk is told again when this day has passed.</source>
   <translation>过了这一天会再次提醒。</translation>
  </message>
  <message>
   <source>The risk list that will be frozen</source>
   <translation>将要冻结的风险清单</translation>
  </message>
  <message>
   <source>The riskdesk file; by default the last one.</source>
   <translation>风险台文件，默认为上次打开的文件。</translation>
  </message>
  <message>
   <source>The risks that it bears on.</source>
   <translation>它关系到的风险。</translation>
  </message>
  <message>
   <source>The risks that lean on it; each of them shows it.</source>
   <translation>由它分担的风险；每条风险都会显示它。</translation>
  </message>
  <message>
   <source>The roles this person fills, in the words that the steps use.</source>
   <translation>此人承担的角色，用词与预案步骤一致。</translation>
  </message>
  <message>
   <source>The row was removed.</source>
   <translation>已删除一行。</translation>
  </message>
  <message>
   <source>The same as row {row}.</source>
   <translation>与第 {row} 行相同。</translation>
  </message>
  <message>
   <source>The same heading stands in columns {columns}. Say which one this is.</source>
   <translation>{columns} 列的列名相同，请指明这一列是什么。</translation>
  </message>
  <message>
   <source>The same is planned already on {days}.</source>
   <translation>这些日子已排有同一演练：{days}。</translation>
  </message>
  <message>
   <source>The same key stands there twice.</source>
   <translation>同一个键出现了两次。</translation>
  </message>
  <message>
   <source>The same number as row {row}, but another title and day.</source>
   <translation>编号与第 {row} 行相同，但标题和日期都不同。</translation>
  </message>
  <message>
   <source>The same number as row {row}.</source>
   <translation>编号与第 {row} 行相同。</translation>
  </message>
  <message>
   <source>The score is incomplete: {missing} is missing.</source>
   <translation>评分不完整：缺少{missing}。</translation>
  </message>
  <message>
   <source>The search index of {kind} holds {count} records that are gone.</source>
   <translation>{kind}的检索索引中有 {count} 条记录已不存在。</translation>
  </message>
  <message>
   <source>The spreadsheet has made a date of what was typed: {typed}. Format the cell as text and type it again.</source>
   <translation>表格软件把输入内容变成了日期：{typed}。请把单元格设为文本后重新输入。</translation>
  </message>
  <message>
   <source>The starter content has no record with this key.</source>
   <translation>起步内容里没有这个键的记录。</translation>
  </message>
  <message>
   <source>The starter content is in this file.</source>
   <translation>入门内容已载入本文件。</translation>
  </message>
  <message>
   <source>The text is neither UTF-8 nor GB18030. Choose its encoding.</source>
   <translation>文本既不是 UTF-8 也不是 GB18030，请选择编码。</translation>
  </message>
  <message>
   <source>The time needs a time zone.</source>
   <translation>时间缺少时区。</translation>
  </message>
  <message>
   <source>The title is longer than {n} characters: shortened, the whole text is kept.</source>
   <translation>标题超过 {n} 字：已缩短，全文仍保留。</translation>
  </message>
  <message>
   <source>The window changes at once; what people wrote stays as it is.</source>
   <translation>界面立即切换，已录入的内容不变。</translation>
  </message>
  <message>
   <source>The year does not fit the date.</source>
   <translation>年份与日期不符。</translation>
  </message>
  <message>
   <source>Theirs</source>
   <translation>对方的</translation>
  </message>
  <message>
   <source>There are several entries “{name}”. Which one is meant?</source>
   <translation>通讯录中有多个“{name}”，是哪一个？</translation>
  </message>
  <message>
   <source>There are too few complaints to tell chance from a hot spot.</source>
   <translation>投诉还太少，分不清是热点还是偶然。</translation>
  </message>
  <message>
   <source>There is a day on which it was done, but it is still open.</source>
   <translation>填了完成日期，状态却是未完成。</translation>
  </message>
  <message>
   <source>There is a meeting for this quarter already.</source>
   <translation>这个季度已有排查会。</translation>
  </message>
  <message>
   <source>There is no approved playbook yet, so nothing has to be drilled.</source>
   <translation>还没有已批准的预案，暂无须演练。</translation>
  </message>
  <message>
   <source>There is no backup in this folder yet.</source>
   <translation>这个文件夹里还没有备份。</translation>
  </message>
  <message>
   <source>There is no due date.</source>
   <translation>还没有期限。</translation>
  </message>
  <message>
   <source>There is no file {path}.</source>
   <translation>没有文件 {path}。</translation>
  </message>
  <message>
   <source>There is no folder {path}.</source>
   <translation>没有文件夹 {path}。</translation>
  </message>
  <message>
   <source>There is no form {key}.</source>
   <translation>没有表单 {key}。</translation>
  </message>
  <message>
   <source>There is no head row</source>
   <translation>没有表头</translation>
  </message>
  <message>
   <source>There is no record for this form yet.</source>
   <translation>还没有可填入此表的记录。</translation>
  </message>
  <message>
   <source>There is no record {number}.</source>
   <translation>没有记录 {number}。</translation>
  </message>
  <message>
   <source>There is no step or inject {id}.</source>
   <translation>没有步骤或注入 {id}。</translation>
  </message>
  <message>
   <source>There is no such day: {typed}</source>
   <translation>没有这一天：{typed}</translation>
  </message>
  <message>
   <source>There is no such field.</source>
   <translation>没有这个项目。</translation>
  </message>
  <message>
   <source>There is no table in this sheet. Choose another sheet.</source>
   <translation>这张工作表里没有表格，请选择其他工作表。</translation>
  </message>
  <message>
   <source>There is none: publish</source>
   <translation>没有个人信息，发布</translation>
  </message>
  <message>
   <source>There is nothing of yours here to correct.</source>
   <translation>这里没有您记的内容可以改正。</translation>
  </message>
  <message>
   <source>There is nothing to choose from yet.</source>
   <translation>还没有可选的内容。</translation>
  </message>
  <message>
   <source>There is nothing to do again.</source>
   <translation>没有可以重做的操作。</translation>
  </message>
  <message>
   <source>There is nothing to paste here: copy cells in a table first.</source>
   <translation>没有可粘贴的内容，请先在表格软件中复制单元格。</translation>
  </message>
  <message>
   <source>There is nothing to undo.</source>
   <translation>没有可以撤销的操作。</translation>
  </message>
  <message>
   <source>These are statistics, counted figures, not a list of records. Import the list they were counted from.</source>
   <translation>这是统计表，不是一行一条的清单。请导入统计所依据的清单。</translation>
  </message>
  <message>
   <source>These are the same</source>
   <translation>两份清单相同</translation>
  </message>
  <message>
   <source>These cells all hold that value already.</source>
   <translation>这些单元格已经是这个内容。</translation>
  </message>
  <message>
   <source>These words stand beside the choice while scoring</source>
   <translation>评分时显示在选项旁边</translation>
  </message>
  <message>
   <source>This backup is not whole: {reason}</source>
   <translation>这份备份不完整：{reason}</translation>
  </message>
  <message>
   <source>This cannot be changed: {fields}.</source>
   <translation>以下内容不能更改：{fields}。</translation>
  </message>
  <message>
   <source>This cannot be taken out of the trash.</source>
   <translation>此项不能从回收站还原。</translation>
  </message>
  <message>
   <source>This column cannot be changed here.</source>
   <translation>这一列不能在此修改。</translation>
  </message>
  <message>
   <source>This computer has no program for PDF. The file lies here: {path}</source>
   <translation>这台电脑没有打开 PDF 的程序，文件在：{path}</translation>
  </message>
  <message>
   <source>This computer has no program for it. The file lies here: {path}</source>
   <translation>本机没有可打开它的程序。文件在：{path}</translation>
  </message>
  <message>
   <source>This day has passed already.</source>
   <translation>这一天已经过去。</translation>
  </message>
  <message>
   <source>This drill has begun already or was called off.</source>
   <translation>这次演练已经开始或已取消。</translation>
  </message>
  <message>
   <source>This drill is over.</source>
   <translation>这次演练已经结束。</translation>
  </message>
  <message>
   <source>This entry is struck already.</source>
   <translation>该条记录已被划去。</translation>
  </message>
  <message>
   <source>This incident is closed already.</source>
   <translation>这个事件已经结束。</translation>
  </message>
  <message>
   <source>This incident is running.</source>
   <translation>这个事件正在进行。</translation>
  </message>
  <message>
   <source>This is a PDF file, which holds no table that can be read. Ask for the workbook it was made of.</source>
   <translation>这是 PDF 文件，读不出表格。请向对方索取原来的表格文件。</translation>
  </message>
  <message>
   <source>This is a Word document. Copy its table into a new workbook, save that and choose it here.</source>
   <translation>这是 Word 文档。请把其中的表格复制到新的工作簿，保存后再选择。</translation>
  </message>
  <message>
   <source>This is a database of another program, not a riskdesk file. It was not touched.</source>
   <translation>这是其他程序的数据库，不是风险台文件，未作改动。</translation>
  </message>
  <message>
   <source>This is a database, not a table. Backups are restored on the settings page.</source>
   <translation>这是数据库文件，不是表格。恢复备份请到“设置”页。</translation>
  </message>
  <message>
   <source>This is a document of Apple Numbers. Export it there as Excel and choose that file.</source>
   <translation>这是 Numbers 文稿。请在 Numbers 中导出为 Excel 文件后再选择。</translation>
  </message>
  <message>
   <source>This is a folder. Choose a file.</source>
   <translation>这是文件夹，请选择文件。</translation>
  </message>
  <message>
   <source>This is a form for one record, with labels beside their values, not a list. Type it in, or import the list.</source>
   <translation>这是一张单条记录的表单（左边是栏名，右边是内容），不是清单。请直接录入，或导入清单。</translation>
  </message>
  <message>
   <source>This is a list of pairs, one label and one value a line, not a list of records. Type it in.</source>
   <translation>这是逐行“栏名—内容”的表，不是一行一条的清单。请直接录入。</translation>
  </message>
  <message>
   <source>This is a made-up office to look around in. Your own file is not touched.</source>
   <translation>这是供参观的示例办公室，内容均为虚构，不影响您自己的文件。</translation>
  </message>
  <message>
   <source>This is a packed archive. Unpack it first and choose the workbook inside.</source>
   <translation>这是压缩包。请先解压，再选择里面的工作簿。</translation>
  </message>
  <message>
   <source>This is a picture. Type its table into a workbook, or let another program recognise it.</source>
   <translation>这是图片。请把表格录入工作簿，或先用其他软件识别。</translation>
  </message>
  <message>
   <source>This is a presentation. Copy its table into a new workbook, save that and choose it here.</source>
   <translation>这是演示文稿。请把其中的表格复制到新的工作簿，保存后再选择。</translation>
  </message>
  <message>
   <source>This is an OFD document. Ask for the workbook it was made of.</source>
   <translation>这是 OFD 文件。请向对方索取原来的表格文件。</translation>
  </message>
  <message>
   <source>This is an e-mail. Save the workbook that is attached to it and choose that file.</source>
   <translation>这是电子邮件。请先保存附件中的工作簿，再选择它。</translation>
  </message>
  <message>
   <source>This is attached already.</source>
   <translation>该附件已在其中。</translation>
  </message>
  <message>
   <source>This is no entry of the directory.</source>
   <translation>这不是通讯录条目。</translation>
  </message>
  <message>
   <source>This is no list that can be imported</source>
   <translation>这张表不能作为清单导入</translation>
  </message>
  <message>
   <source>This is no longer on the agenda.</source>
   <translation>这项已不在议程上。</translation>
  </message>
  <message>
   <source>This is the lock file that Office keeps while a workbook is open. Choose the workbook without ~$ in its name.</source>
   <translation>这是 Office 打开工作簿时生成的临时锁定文件。请选择文件名不带 ~$ 的工作簿。</translation>
  </message>
  <message>
   <source>This is what you had typed here before; it is not saved yet.</source>
   <translation>这是您之前输入的内容，尚未保存。</translation>
  </message>
  <message>
   <source>This notice needs no more repeating</source>
   <translation>不需要再重复通报</translation>
  </message>
  <message>
   <source>This quarter</source>
   <translation>本季度</translation>
  </message>
  <message>
   <source>This record is not in the file.</source>
   <translation>文件中没有这条记录。</translation>
  </message>
  <message>
   <source>This record was moved to the trash. Take it out again before you save.</source>
   <translation>此记录已移入回收站。请先将其还原，再保存。</translation>
  </message>
  <message>
   <source>This red risk has no measure in hand.</source>
   <translation>红色风险还没有措施</translation>
  </message>
  <message>
   <source>This red risk has no owner.</source>
   <translation>红色风险还没有负责人</translation>
  </message>
  <message>
   <source>This red risk has no playbook.</source>
   <translation>红色风险还没有关联预案</translation>
  </message>
  <message>
   <source>This red risk has no review date.</source>
   <translation>红色风险还没有评审日期</translation>
  </message>
  <message>
   <source>This report is approved already.</source>
   <translation>报告已经批准。</translation>
  </message>
  <message>
   <source>This report is approved. Saving makes version {n}, unsigned.</source>
   <translation>报告已批准。保存后成为第 {n} 版，未签。</translation>
  </message>
  <message>
   <source>This stands on the agenda already.</source>
   <translation>这项已在议程上。</translation>
  </message>
  <message>
   <source>This very file was imported on {day}: {n} records.</source>
   <translation>这个文件已于 {day} 导入过，共 {n} 条。</translation>
  </message>
  <message>
   <source>This workbook has a password. Open it, save a copy without the password and choose the copy.</source>
   <translation>这个工作簿设有密码。请打开它，另存一份不带密码的副本，再选择副本。</translation>
  </message>
  <message>
   <source>This workbook was written by Excel 4 or older. Open it and save it as .xlsx.</source>
   <translation>这个工作簿由 Excel 4 或更早的版本生成。请打开后另存为 .xlsx。</translation>
  </message>
  <message>
   <source>Those present</source>
   <translation>参加人员</translation>
  </message>
  <message>
   <source>Throw it away</source>
   <translation>丢弃</translation>
  </message>
  <message>
   <source>Thu</source>
   <translation>周四</translation>
  </message>
  <message>
   <source>Thursday</source>
   <translation>星期四</translation>
  </message>
  <message>
   <source>Tick what is to be the same for all of them. What is not ticked stays.</source>
   <translation>勾选要统一修改的项目，未勾选的保持不变。</translation>
  </message>
  <message>
   <source>Tier</source>
   <translation>响应级别</translation>
  </message>
  <message>
   <source>Tier changed</source>
   <translation>级别调整</translation>
  </message>
  <message>
   <source>Tiers and intervals</source>
   <translation>响应与间隔</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>时间</translation>
  </message>
  <message>
   <source>Time after the start</source>
   <translation>开始后的时间</translation>
  </message>
  <message>
   <source>Time left</source>
   <translation>还剩</translation>
  </message>
  <message>
   <source>Time of {what}</source>
   <translation>时间：{what}</translation>
  </message>
  <message>
   <source>Time zone</source>
   <translation>时区</translation>
  </message>
  <message>
   <source>Times</source>
   <translation>次数</translation>
  </message>
  <message>
   <source>Times and limits</source>
   <translation>用时与时限</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>标题</translation>
  </message>
  <message>
   <source>To be renewed</source>
   <translation>到期续签</translation>
  </message>
  <message>
   <source>To be renewed now</source>
   <translation>待续签</translation>
  </message>
  <message>
   <source>To do</source>
   <translation>要做的事</translation>
  </message>
  <message>
   <source>To know</source>
   <translation>提示</translation>
  </message>
  <message>
   <source>To record</source>
   <translation>留痕</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>今天</translation>
  </message>
  <message>
   <source>Today's backup could not be made: {reason}</source>
   <translation>今天的备份没有做成：{reason}</translation>
  </message>
  <message>
   <source>Today, 3-15, +7</source>
   <translation>今天、3-15、+7</translation>
  </message>
  <message>
   <source>Told</source>
   <translation>已告知</translation>
  </message>
  <message>
   <source>Told {who}</source>
   <translation>已告知{who}</translation>
  </message>
  <message>
   <source>Too long: at most {max_length} characters.</source>
   <translation>太长：最多 {max_length} 个字。</translation>
  </message>
  <message>
   <source>Too many to talk about one by one: look at the list.</source>
   <translation>数量较多，不逐项讨论，请看清单。</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>合计</translation>
  </message>
  <message>
   <source>Training</source>
   <translation>训练</translation>
  </message>
  <message>
   <source>Transfer</source>
   <translation>转移</translation>
  </message>
  <message>
   <source>Trapped, evacuated or hurt.</source>
   <translation>被困、疏散或受伤的人数。</translation>
  </message>
  <message>
   <source>Trash</source>
   <translation>回收站</translation>
  </message>
  <message>
   <source>Trigger conditions</source>
   <translation>启动条件</translation>
  </message>
  <message>
   <source>Try '{command} {option}' for help.</source>
   <translation>输入“{command} {option}”查看说明。</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>重试</translation>
  </message>
  <message>
   <source>Tue</source>
   <translation>周二</translation>
  </message>
  <message>
   <source>Tuesday</source>
   <translation>星期二</translation>
  </message>
  <message>
   <source>Turn</source>
   <translation>转折</translation>
  </message>
  <message>
   <source>Turned it for the better</source>
   <translation>好转</translation>
  </message>
  <message>
   <source>Turned it for the worse</source>
   <translation>恶化</translation>
  </message>
  <message>
   <source>Two steps have the same id.</source>
   <translation>两个步骤的标识相同。</translation>
  </message>
  <message>
   <source>Two to six capital letters or digits; every number written there begins with it.</source>
   <translation>两到六位大写字母或数字，该项目的编号都以它开头。</translation>
  </message>
  <message>
   <source>Type</source>
   <translation>类型</translation>
  </message>
  <message>
   <source>Type of complaint</source>
   <translation>投诉类型</translation>
  </message>
  <message>
   <source>Type of event</source>
   <translation>事件类型</translation>
  </message>
  <message>
   <source>Under control</source>
   <translation>已控制</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>撤销</translation>
  </message>
  <message>
   <source>Undo: {what}</source>
   <translation>撤销：{what}</translation>
  </message>
  <message>
   <source>Undone: {what}</source>
   <translation>已撤销：{what}</translation>
  </message>
  <message>
   <source>Until</source>
   <translation>接受到</translation>
  </message>
  <message>
   <source>Up</source>
   <translation>上移</translation>
  </message>
  <message>
   <source>Up to {total} risks change.</source>
   <translation>最多改动 {total} 条风险。</translation>
  </message>
  <message>
   <source>Update</source>
   <translation>更新</translation>
  </message>
  <message>
   <source>Update the record</source>
   <translation>更新已有记录</translation>
  </message>
  <message>
   <source>Usage:</source>
   <translation>用法：</translation>
  </message>
  <message>
   <source>Utility</source>
   <translation>公用事业</translation>
  </message>
  <message>
   <source>Version</source>
   <translation>版本</translation>
  </message>
  <message>
   <source>Version {now} is approved. What you change becomes draft {then}.</source>
   <translation>第 {now} 版已批准；改动保存后成为第 {then} 版草稿。</translation>
  </message>
  <message>
   <source>Version {n}</source>
   <translation>第 {n} 版</translation>
  </message>
  <message>
   <source>View</source>
   <translation>视图</translation>
  </message>
  <message>
   <source>View: {name}</source>
   <translation>视图：{name}</translation>
  </message>
  <message>
   <source>Waits for</source>
   <translation>等待</translation>
  </message>
  <message>
   <source>Waits for {what}</source>
   <translation>等待：{what}</translation>
  </message>
  <message>
   <source>Weaknesses</source>
   <translation>不足</translation>
  </message>
  <message>
   <source>Wed</source>
   <translation>周三</translation>
  </message>
  <message>
   <source>Wednesday</source>
   <translation>星期三</translation>
  </message>
  <message>
   <source>Weekly</source>
   <translation>每周</translation>
  </message>
  <message>
   <source>What</source>
   <translation>什么物资</translation>
  </message>
  <message>
   <source>What can go wrong</source>
   <translation>可能出什么问题</translation>
  </message>
  <message>
   <source>What changed</source>
   <translation>变化</translation>
  </message>
  <message>
   <source>What column {column} becomes</source>
   <translation>“{column}”列导入为</translation>
  </message>
  <message>
   <source>What comes along</source>
   <translation>一并复制</translation>
  </message>
  <message>
   <source>What happened</source>
   <translation>发生了什么</translation>
  </message>
  <message>
   <source>What happened here: its likelihood is looked at again.</source>
   <translation>在这里发生的风险：其可能性需要再看一次。</translation>
  </message>
  <message>
   <source>What happened, one after the other</source>
   <translation>逐条记录经过</translation>
  </message>
  <message>
   <source>What happens</source>
   <translation>情景与注入</translation>
  </message>
  <message>
   <source>What happens to this row</source>
   <translation>这一行如何处理</translation>
  </message>
  <message>
   <source>What happens: the trapped panic and hammer on the door</source>
   <translation>内容：被困人员恐慌、拍门</translation>
  </message>
  <message>
   <source>What is decided</source>
   <translation>填写决定</translation>
  </message>
  <message>
   <source>What is different when it is done</source>
   <translation>完成后会有什么不同</translation>
  </message>
  <message>
   <source>What is done, one after the other</source>
   <translation>逐步写明做什么</translation>
  </message>
  <message>
   <source>What is drilled</source>
   <translation>演练什么</translation>
  </message>
  <message>
   <source>What is in place</source>
   <translation>已有措施</translation>
  </message>
  <message>
   <source>What is in place already: the current level counts it.</source>
   <translation>已经落实的措施，现状级别已将其计入。</translation>
  </message>
  <message>
   <source>What is known of it</source>
   <translation>已知的结果</translation>
  </message>
  <message>
   <source>What is selected was settled already.</source>
   <translation>所选的都已办结。</translation>
  </message>
  <message>
   <source>What is to be done</source>
   <translation>要做什么</translation>
  </message>
  <message>
   <source>What is to know</source>
   <translation>说明</translation>
  </message>
  <message>
   <source>What it asks for</source>
   <translation>要求</translation>
  </message>
  <message>
   <source>What it asks for besides</source>
   <translation>另外要做的事</translation>
  </message>
  <message>
   <source>What it changes for us</source>
   <translation>对我们的影响</translation>
  </message>
  <message>
   <source>What it covers</source>
   <translation>保障范围</translation>
  </message>
  <message>
   <source>What it is for</source>
   <translation>用于什么事件</translation>
  </message>
  <message>
   <source>What it lists</source>
   <translation>内容</translation>
  </message>
  <message>
   <source>What it means here</source>
   <translation>对本办公室的意义</translation>
  </message>
  <message>
   <source>What leaves the program is masked: phone, ID card, bank, plate and room numbers and marked names. Directory, playbooks and drills keep the numbers that are to be called. A safety officer or an administrator may take the others out as written and says why; it is noted here for good.</source>
   <translation>离开本程序的内容会脱敏：电话、身份证号、银行卡号、车牌号、房号和标记过的姓名。通讯录、预案和演练保留须拨打的号码。其他内容可由安全主管或管理员说明理由后按原文带出，每次都在此留存，不能删改。</translation>
  </message>
  <message>
   <source>What moves</source>
   <translation>会变动的风险</translation>
  </message>
  <message>
   <source>What should follow</source>
   <translation>应有动作</translation>
  </message>
  <message>
   <source>What shows that it is done: a photo, a receipt, a reading.</source>
   <translation>能证明已完成的材料：照片、收据、读数。</translation>
  </message>
  <message>
   <source>What stands out</source>
   <translation>值得注意</translation>
  </message>
  <message>
   <source>What stays behind</source>
   <translation>不复制</translation>
  </message>
  <message>
   <source>What the agenda is drawn from</source>
   <translation>议程来源</translation>
  </message>
  <message>
   <source>What to do</source>
   <translation>动作</translation>
  </message>
  <message>
   <source>What was complained about</source>
   <translation>投诉内容</translation>
  </message>
  <message>
   <source>What was copied is a file. It is not written here as text.</source>
   <translation>复制的是文件，不会作为文字写在这里。</translation>
  </message>
  <message>
   <source>What was done, in what state it is left</source>
   <translation>做了什么，现场处于什么状态</translation>
  </message>
  <message>
   <source>What was run</source>
   <translation>所用预案</translation>
  </message>
  <message>
   <source>What was said beyond the decisions below</source>
   <translation>除以下决定外的讨论内容</translation>
  </message>
  <message>
   <source>What went badly</source>
   <translation>不足</translation>
  </message>
  <message>
   <source>What went well</source>
   <translation>做得好</translation>
  </message>
  <message>
   <source>What you change here is saved at once.</source>
   <translation>修改后立即保存。</translation>
  </message>
  <message>
   <source>What you had typed here before is back. It is not saved yet.</source>
   <translation>上次未保存的输入已恢复，尚未保存。</translation>
  </message>
  <message>
   <source>What you typed is kept as a draft of this record.</source>
   <translation>输入的内容已存为这条记录的草稿。</translation>
  </message>
  <message>
   <source>What, and why</source>
   <translation>内容与理由</translation>
  </message>
  <message>
   <source>What, where, how many, how it ended, in three sentences.</source>
   <translation>三句话说清：何事、何地、几人、结果。</translation>
  </message>
  <message>
   <source>When</source>
   <translation>时间</translation>
  </message>
  <message>
   <source>When and where</source>
   <translation>何时何地</translation>
  </message>
  <message>
   <source>When it ends</source>
   <translation>到期后</translation>
  </message>
  <message>
   <source>When put on the agenda: {reason}</source>
   <translation>列入议程时：{reason}</translation>
  </message>
  <message>
   <source>When was “{step}” done?</source>
   <translation>“{step}”是什么时候完成的？</translation>
  </message>
  <message>
   <source>Where and how often</source>
   <translation>适用项目与演练</translation>
  </message>
  <message>
   <source>Where and when</source>
   <translation>何处、何时</translation>
  </message>
  <message>
   <source>Where it comes from</source>
   <translation>出处</translation>
  </message>
  <message>
   <source>Where it lies</source>
   <translation>放在哪里</translation>
  </message>
  <message>
   <source>Where only the year is known.</source>
   <translation>只知道年份时填写。</translation>
  </message>
  <message>
   <source>Where the office's rules come from, and what else whoever changes them should know.</source>
   <translation>规则的出处，以及修改规则的人应当知道的事。</translation>
  </message>
  <message>
   <source>Which sheet is it?</source>
   <translation>请选择工作表</translation>
  </message>
  <message>
   <source>Which text</source>
   <translation>出自何处</translation>
  </message>
  <message>
   <source>While an alarm rings</source>
   <translation>报警时</translation>
  </message>
  <message>
   <source>While an incident runs</source>
   <translation>事件进行中</translation>
  </message>
  <message>
   <source>Who</source>
   <translation>何人</translation>
  </message>
  <message>
   <source>Who does what differently: a rule, a form, a date, a playbook.</source>
   <translation>谁的做法要变：制度、表单、日期还是预案。</translation>
  </message>
  <message>
   <source>Who fills a role and their phones stand in the directory, under Settings.</source>
   <translation>岗位由谁担任、电话多少，在“设置”的通讯录里维护。</translation>
  </message>
  <message>
   <source>Who fills which role</source>
   <translation>角色分工</translation>
  </message>
  <message>
   <source>Who is called or told: 119, lift maintenance, street office, insurer.</source>
   <translation>需要拨打或通报的单位：119、电梯维保、街道办、保险公司等。</translation>
  </message>
  <message>
   <source>Who looks after it</source>
   <translation>责任与跟进</translation>
  </message>
  <message>
   <source>Who must be told</source>
   <translation>须告知单位</translation>
  </message>
  <message>
   <source>Who uses this computer?</source>
   <translation>这台电脑由谁使用？</translation>
  </message>
  <message>
   <source>Who uses this computer? The name stands beside every change that is made here.</source>
   <translation>这台电脑由谁使用？在这里做的每一处修改都会记上姓名。</translation>
  </message>
  <message>
   <source>Who works here now</source>
   <translation>现在由谁使用</translation>
  </message>
  <message>
   <source>Whom to ask for</source>
   <translation>找谁</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>理由</translation>
  </message>
  <message>
   <source>Why are they needed?</source>
   <translation>为何需要原始信息？</translation>
  </message>
  <message>
   <source>Why is this entry wrong? It stays readable, struck out: {text}</source>
   <translation>这一条错在哪里？划去后仍可查看：{text}</translation>
  </message>
  <message>
   <source>Why is “{step}” not done?</source>
   <translation>“{step}”为什么不做？</translation>
  </message>
  <message>
   <source>Why more time is right here (may stay empty)</source>
   <translation>为什么这里可以放宽（可不填）</translation>
  </message>
  <message>
   <source>Window on top of other programs</source>
   <translation>窗口置于其他程序之前</translation>
  </message>
  <message>
   <source>With</source>
   <translation>对方</translation>
  </message>
  <message>
   <source>Withdraw acceptance</source>
   <translation>撤销接受</translation>
  </message>
  <message>
   <source>Withdraw the acceptance</source>
   <translation>撤销接受</translation>
  </message>
  <message>
   <source>Within</source>
   <translation>时限</translation>
  </message>
  <message>
   <source>Within a week</source>
   <translation>一周内</translation>
  </message>
  <message>
   <source>Word</source>
   <translation>原文</translation>
  </message>
  <message>
   <source>Word document</source>
   <translation>Word 文档</translation>
  </message>
  <message>
   <source>Words of staff</source>
   <translation>沟通用语</translation>
  </message>
  <message>
   <source>Works here</source>
   <translation>在职</translation>
  </message>
  <message>
   <source>Works here now</source>
   <translation>在职</translation>
  </message>
  <message>
   <source>Works in</source>
   <translation>所在部门</translation>
  </message>
  <message>
   <source>Write an entry</source>
   <translation>写一条记录，时间自动</translation>
  </message>
  <message>
   <source>Write days such as “-300d” or “-300d 4x4”, the oldest first.</source>
   <translation>请写“-300d”或“-300d 4x4”这样的日期，由早到晚。</translation>
  </message>
  <message>
   <source>Write down: {what}</source>
   <translation>记下：{what}</translation>
  </message>
  <message>
   <source>Write into the log</source>
   <translation>写记录</translation>
  </message>
  <message>
   <source>Write report</source>
   <translation>填写报告</translation>
  </message>
  <message>
   <source>Write the report</source>
   <translation>填写报告</translation>
  </message>
  <message>
   <source>Write this before the report is approved.</source>
   <translation>批准报告之前请先填写。</translation>
  </message>
  <message>
   <source>Writing {file}</source>
   <translation>正在写入 {file}</translation>
  </message>
  <message>
   <source>Writing {name}</source>
   <translation>正在写出“{name}”</translation>
  </message>
  <message>
   <source>Written by the site</source>
   <translation>所属项目</translation>
  </message>
  <message>
   <source>XML spreadsheet 2003</source>
   <translation>XML 电子表格 2003</translation>
  </message>
  <message>
   <source>Year</source>
   <translation>年份</translation>
  </message>
  <message>
   <source>Year, month, day</source>
   <translation>年、月、日</translation>
  </message>
  <message>
   <source>Yearly</source>
   <translation>每年</translation>
  </message>
  <message>
   <source>Yellow</source>
   <translation>黄</translation>
  </message>
  <message>
   <source>Yellow must begin below red.</source>
   <translation>黄色的下限须低于红色。</translation>
  </message>
  <message>
   <source>Your changes were not saved.</source>
   <translation>修改未保存。</translation>
  </message>
  <message>
   <source>all noted times in time</source>
   <translation>均未超时</translation>
  </message>
  <message>
   <source>and {n} more</source>
   <translation>另有 {n} 处</translation>
  </message>
  <message>
   <source>at +{time}</source>
   <translation>注 +{time}</translation>
  </message>
  <message>
   <source>at once</source>
   <translation>同步</translation>
  </message>
  <message>
   <source>before controls</source>
   <translation>不计控制措施</translation>
  </message>
  <message>
   <source>before: {level}</source>
   <translation>之前：{level}</translation>
  </message>
  <message>
   <source>began {start} · now {now}</source>
   <translation>{start} 开始 · 现在 {now}</translation>
  </message>
  <message>
   <source>binary Excel workbook</source>
   <translation>Excel 二进制工作簿</translation>
  </message>
  <message>
   <source>by hand</source>
   <translation>手工</translation>
  </message>
  <message>
   <source>can be signed</source>
   <translation>可签字</translation>
  </message>
  <message>
   <source>customer service supervisor</source>
   <translation>客服主管</translation>
  </message>
  <message>
   <source>d</source>
   <translation>天</translation>
  </message>
  <message>
   <source>database</source>
   <translation>数据库</translation>
  </message>
  <message>
   <source>done</source>
   <translation>已完成</translation>
  </message>
  <message>
   <source>due in {time}</source>
   <translation>还有 {time}</translation>
  </message>
  <message>
   <source>e-mail</source>
   <translation>电子邮件</translation>
  </message>
  <message>
   <source>empty</source>
   <translation>空</translation>
  </message>
  <message>
   <source>empty file</source>
   <translation>空文件</translation>
  </message>
  <message>
   <source>entered later, at {time}</source>
   <translation>补记于 {time}</translation>
  </message>
  <message>
   <source>entered {first}, last changed {last}</source>
   <translation>{first} 建立，{last} 最后修改</translation>
  </message>
  <message>
   <source>every {n} days</source>
   <translation>每 {n} 天</translation>
  </message>
  <message>
   <source>every {n} days at each site</source>
   <translation>每个项目每 {n} 天一次</translation>
  </message>
  <message>
   <source>every {time}</source>
   <translation>每 {time}</translation>
  </message>
  <message>
   <source>first quarter</source>
   <translation>第一季度</translation>
  </message>
  <message>
   <source>for observers only</source>
   <translation>仅供观察员</translation>
  </message>
  <message>
   <source>fourth quarter</source>
   <translation>第四季度</translation>
  </message>
  <message>
   <source>frozen</source>
   <translation>已冻结</translation>
  </message>
  <message>
   <source>h</source>
   <translation>小时</translation>
  </message>
  <message>
   <source>has left</source>
   <translation>已离职</translation>
  </message>
  <message>
   <source>heads in row {row}</source>
   <translation>表头在第 {row} 行</translation>
  </message>
  <message>
   <source>heads in rows {first} to {last}</source>
   <translation>表头在第 {first} 至 {last} 行</translation>
  </message>
  <message>
   <source>hidden</source>
   <translation>已隐藏</translation>
  </message>
  <message>
   <source>if known</source>
   <translation>若已知</translation>
  </message>
  <message>
   <source>imported before</source>
   <translation>曾经导入过</translation>
  </message>
  <message>
   <source>in season</source>
   <translation>当季</translation>
  </message>
  <message>
   <source>in {n} d</source>
   <translation>还有 {n} 天</translation>
  </message>
  <message>
   <source>incomplete file</source>
   <translation>不完整的文件</translation>
  </message>
  <message>
   <source>later</source>
   <translation>以后</translation>
  </message>
  <message>
   <source>lead {name}</source>
   <translation>总指挥 {name}</translation>
  </message>
  <message>
   <source>leads</source>
   <translation>主评</translation>
  </message>
  <message>
   <source>limit {time}</source>
   <translation>限 {time}</translation>
  </message>
  <message>
   <source>looking…</source>
   <translation>检查中…</translation>
  </message>
  <message>
   <source>m:ss</source>
   <translation>分:秒</translation>
  </message>
  <message>
   <source>min</source>
   <translation>分</translation>
  </message>
  <message>
   <source>month {n}</source>
   <translation>{n} 月</translation>
  </message>
  <message>
   <source>months {months}</source>
   <translation>{months} 月</translation>
  </message>
  <message>
   <source>must be a list in square brackets</source>
   <translation>应为方括号中的列表</translation>
  </message>
  <message>
   <source>must be a number</source>
   <translation>应为数字</translation>
  </message>
  <message>
   <source>must be a table of keys and values</source>
   <translation>应为由键和值组成的表</translation>
  </message>
  <message>
   <source>must be a whole number</source>
   <translation>应为整数</translation>
  </message>
  <message>
   <source>must be at least {ge}</source>
   <translation>不得小于 {ge}</translation>
  </message>
  <message>
   <source>must be at most {le}</source>
   <translation>不得大于 {le}</translation>
  </message>
  <message>
   <source>must be at most {max_length} characters</source>
   <translation>不得超过 {max_length} 个字符</translation>
  </message>
  <message>
   <source>must be less than {lt}</source>
   <translation>应小于 {lt}</translation>
  </message>
  <message>
   <source>must be more than {gt}</source>
   <translation>应大于 {gt}</translation>
  </message>
  <message>
   <source>must be one of {expected}</source>
   <translation>应为下列之一：{expected}</translation>
  </message>
  <message>
   <source>must be small letters, digits and _</source>
   <translation>只能用小写字母、数字和 _</translation>
  </message>
  <message>
   <source>must be text in quotes</source>
   <translation>应为引号中的文字</translation>
  </message>
  <message>
   <source>must be true or false</source>
   <translation>应为 true 或 false</translation>
  </message>
  <message>
   <source>must not be empty</source>
   <translation>不得为空</translation>
  </message>
  <message>
   <source>never</source>
   <translation>从未备份</translation>
  </message>
  <message>
   <source>new text</source>
   <translation>新施行</translation>
  </message>
  <message>
   <source>next week</source>
   <translation>下周</translation>
  </message>
  <message>
   <source>no</source>
   <translation>否</translation>
  </message>
  <message>
   <source>no date</source>
   <translation>未定日期</translation>
  </message>
  <message>
   <source>no date yet</source>
   <translation>日期未定</translation>
  </message>
  <message>
   <source>no drill</source>
   <translation>没有演练</translation>
  </message>
  <message>
   <source>no due date</source>
   <translation>无期限</translation>
  </message>
  <message>
   <source>no end</source>
   <translation>无期限</translation>
  </message>
  <message>
   <source>no head row</source>
   <translation>没有表头</translation>
  </message>
  <message>
   <source>no number yet, enter it</source>
   <translation>没有号码，点此填写</translation>
  </message>
  <message>
   <source>no owner</source>
   <translation>无责任人</translation>
  </message>
  <message>
   <source>nobody</source>
   <translation>无人</translation>
  </message>
  <message>
   <source>not in force yet</source>
   <translation>尚未施行</translation>
  </message>
  <message>
   <source>not noted</source>
   <translation>未记录</translation>
  </message>
  <message>
   <source>not passed</source>
   <translation>未达标</translation>
  </message>
  <message>
   <source>not possible</source>
   <translation>做不到</translation>
  </message>
  <message>
   <source>not told yet</source>
   <translation>未告知</translation>
  </message>
  <message>
   <source>not used</source>
   <translation>未使用</translation>
  </message>
  <message>
   <source>now</source>
   <translation>现在</translation>
  </message>
  <message>
   <source>open</source>
   <translation>未完成</translation>
  </message>
  <message>
   <source>open {n} d</source>
   <translation>未办结 {n} 天</translation>
  </message>
  <message>
   <source>or drop, or Ctrl+V</source>
   <translation>可拖入或粘贴（Ctrl+V）</translation>
  </message>
  <message>
   <source>overdue</source>
   <translation>逾期</translation>
  </message>
  <message>
   <source>overdue since {day}</source>
   <translation>逾期，原定 {day}</translation>
  </message>
  <message>
   <source>owners' representative</source>
   <translation>业主代表</translation>
  </message>
  <message>
   <source>packed archive</source>
   <translation>压缩包</translation>
  </message>
  <message>
   <source>pass mark {n}</source>
   <translation>{n} 分达标</translation>
  </message>
  <message>
   <source>passed</source>
   <translation>达标</translation>
  </message>
  <message>
   <source>picture</source>
   <translation>图片</translation>
  </message>
  <message>
   <source>planned {day}</source>
   <translation>已排 {day}</translation>
  </message>
  <message>
   <source>presentation</source>
   <translation>演示文稿</translation>
  </message>
  <message>
   <source>receipt {n}</source>
   <translation>回执 {n}</translation>
  </message>
  <message>
   <source>reported {time} · {clock}</source>
   <translation>{time} 接报 · {clock}</translation>
  </message>
  <message>
   <source>required</source>
   <translation>必填</translation>
  </message>
  <message>
   <source>risk linked</source>
   <translation>已关联风险</translation>
  </message>
  <message>
   <source>riskdesk</source>
   <translation>风险台</translation>
  </message>
  <message>
   <source>riskdesk works without a network and sends nothing anywhere.</source>
   <translation>本程序不需要网络，也不向外发送任何内容。</translation>
  </message>
  <message>
   <source>riskdesk: risks, cases, playbooks, drills and incidents of a property safety office.</source>
   <translation>风险台：物业安全管理的风险、案例、预案、演练和事件。</translation>
  </message>
  <message>
   <source>s</source>
   <translation>秒</translation>
  </message>
  <message>
   <source>scored {day}</source>
   <translation>{day} 评</translation>
  </message>
  <message>
   <source>second quarter</source>
   <translation>第二季度</translation>
  </message>
  <message>
   <source>stays {level}, no longer above {ceiling}: the noted reason goes</source>
   <translation>仍为 {level}，不再高于{ceiling}级别，原注明的原因将删去</translation>
  </message>
  <message>
   <source>stays {level}, now above {ceiling}: the reason is noted</source>
   <translation>仍为 {level}，高于{ceiling}级别，将注明原因</translation>
  </message>
  <message>
   <source>struck {time} {who}: {reason}</source>
   <translation>{time} {who} 划去：{reason}</translation>
  </message>
  <message>
   <source>tell in {time}</source>
   <translation>须告知 {time}</translation>
  </message>
  <message>
   <source>text table</source>
   <translation>文本表格</translation>
  </message>
  <message>
   <source>the end of {n} {step}</source>
   <translation>第 {n} 步完成：{step}</translation>
  </message>
  <message>
   <source>the file cannot be read: {reason}</source>
   <translation>文件无法读取：{reason}</translation>
  </message>
  <message>
   <source>the key must be the name of the file, {name}</source>
   <translation>key 应与文件名 {name} 相同</translation>
  </message>
  <message>
   <source>the start</source>
   <translation>启动预案</translation>
  </message>
  <message>
   <source>the type of the block is missing</source>
   <translation>缺少区块的 type</translation>
  </message>
  <message>
   <source>there is no {name} here</source>
   <translation>这里没有 {name}</translation>
  </message>
  <message>
   <source>there is no {name} here; is {meant} meant?</source>
   <translation>这里没有 {name}，是否应为 {meant}？</translation>
  </message>
  <message>
   <source>third quarter</source>
   <translation>第三季度</translation>
  </message>
  <message>
   <source>this field is missing</source>
   <translation>缺少这一项</translation>
  </message>
  <message>
   <source>this field is not known here</source>
   <translation>这里没有这一项</translation>
  </message>
  <message>
   <source>this is not UTF-8 text</source>
   <translation>不是 UTF-8 文本</translation>
  </message>
  <message>
   <source>this is not valid TOML: {reason}</source>
   <translation>不是有效的 TOML：{reason}</translation>
  </message>
  <message>
   <source>this week</source>
   <translation>本周</translation>
  </message>
  <message>
   <source>to row</source>
   <translation>到第几行</translation>
  </message>
  <message>
   <source>today</source>
   <translation>今天</translation>
  </message>
  <message>
   <source>tomorrow</source>
   <translation>明天</translation>
  </message>
  <message>
   <source>trainer</source>
   <translation>培训师</translation>
  </message>
  <message>
   <source>unknown kind of file</source>
   <translation>未知类型的文件</translation>
  </message>
  <message>
   <source>unknown record; known: {names}</source>
   <translation>未知的 record；可用：{names}</translation>
  </message>
  <message>
   <source>unknown type {tag}; known: {expected_tags}</source>
   <translation>未知的 type {tag}；可用：{expected_tags}</translation>
  </message>
  <message>
   <source>until {day}</source>
   <translation>至 {day}</translation>
  </message>
  <message>
   <source>until {day} by {person}: {why}</source>
   <translation>至 {day}，{person}批准：{why}</translation>
  </message>
  <message>
   <source>verified when made</source>
   <translation>备份时已验证</translation>
  </message>
  <message>
   <source>version {n}</source>
   <translation>第 {n} 版</translation>
  </message>
  <message>
   <source>waits for {what}</source>
   <translation>等待：{what}</translation>
  </message>
  <message>
   <source>web archive</source>
   <translation>网页归档</translation>
  </message>
  <message>
   <source>web page</source>
   <translation>网页</translation>
  </message>
  <message>
   <source>what a drill begins with</source>
   <translation>演练从这些开始</translation>
  </message>
  <message>
   <source>whole: {n} records</source>
   <translation>完整：{n} 条记录</translation>
  </message>
  <message>
   <source>with {n} more done</source>
   <translation>{n} 项措施完成后</translation>
  </message>
  <message>
   <source>within {time}</source>
   <translation>{time}内</translation>
  </message>
  <message>
   <source>within {time} of the start</source>
   <translation>启动后 {time}内</translation>
  </message>
  <message>
   <source>within {time} of “{step}”</source>
   <translation>“{step}”后 {time}内</translation>
  </message>
  <message>
   <source>workbook of Excel 4</source>
   <translation>Excel 4 工作簿</translation>
  </message>
  <message>
   <source>workbook with a password</source>
   <translation>带密码的工作簿</translation>
  </message>
  <message>
   <source>written</source>
   <translation>已写</translation>
  </message>
  <message>
   <source>wrong expression: {reason}</source>
   <translation>表达式有误：{reason}</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>是</translation>
  </message>
  <message>
   <source>yuan</source>
   <translation>元</translation>
  </message>
  <message>
   <source>zh or en.</source>
   <translation>zh 中文，en 英文。</translation>
  </message>
  <message>
   <source>{amount} yuan</source>
   <translation>{amount} 元</translation>
  </message>
  <message>
   <source>{answer}?</source>
   <translation>{answer}？</translation>
  </message>
  <message>
   <source>{body} was told. Receipt number, if they gave one:</source>
   <translation>已告知{body}。如有回执号请填写：</translation>
  </message>
  <message>
   <source>{change} since last month</source>
   <translation>比上月 {change}</translation>
  </message>
  <message>
   <source>{column}: in which order stand the figures of {example}?</source>
   <translation>{column}：{example} 中的数字按什么顺序？</translation>
  </message>
  <message>
   <source>{column}: what does “{word}” mean?</source>
   <translation>{column}：“{word}”对应哪一个？</translation>
  </message>
  <message>
   <source>{column}: “{word}” is no date. Leave the date empty and keep the word as text?</source>
   <translation>{column}：“{word}”不是日期。日期留空，并把原文作为文字保留？</translation>
  </message>
  <message>
   <source>{count} complaints of this type in months {months} of the last year. Going by the other months {usual} would be usual.</source>
   <translation>近一年 {months} 月这类投诉共 {count} 件。按其他月份推算通常约 {usual} 件。</translation>
  </message>
  <message>
   <source>{count} complaints of this type in months {months} of {years} years. Going by the other months {usual} would be usual.</source>
   <translation>{years} 年里 {months} 月这类投诉共 {count} 件。按其他月份推算通常约 {usual} 件。</translation>
  </message>
  <message>
   <source>{count} complaints of this type in {days} days. Going by the other places {usual} would be usual; chance explains {limit} at most.</source>
   <translation>{days} 天内这类投诉 {count} 件。按其他地点推算通常约 {usual} 件，偶然最多 {limit} 件。</translation>
  </message>
  <message>
   <source>{count} records of {kind} are not in the search index.</source>
   <translation>{kind} 有 {count} 条记录不在搜索索引中。</translation>
  </message>
  <message>
   <source>{day} {file}</source>
   <translation>{day} {file}</translation>
  </message>
  <message>
   <source>{differences}
The playbook's limit runs. Is it meant?</source>
   <translation>{differences}。
执行时以本预案为准，请确认是否如此。</translation>
  </message>
  <message>
   <source>{differences}. Confirmed by {who} on {day}.</source>
   <translation>{differences}。{who} 于 {day} 确认。</translation>
  </message>
  <message>
   <source>{differences}. Confirmed by {who} on {day}: {why}</source>
   <translation>{differences}。{who} 于 {day} 确认：{why}</translation>
  </message>
  <message>
   <source>{field} of {title}</source>
   <translation>{title}：{field}</translation>
  </message>
  <message>
   <source>{field}, row {n}</source>
   <translation>{field}，第 {n} 行</translation>
  </message>
  <message>
   <source>{file} cannot be imported</source>
   <translation>{file} 无法导入</translation>
  </message>
  <message>
   <source>{file} is this office's own now.</source>
   <translation>{file} 现为本单位自己的表单。</translation>
  </message>
  <message>
   <source>{file}, line {line}, {field}: {reason}</source>
   <translation>{file} 第 {line} 行，{field}：{reason}</translation>
  </message>
  <message>
   <source>{file}, line {line}: {reason}</source>
   <translation>{file} 第 {line} 行：{reason}</translation>
  </message>
  <message>
   <source>{file}: {pages} pages</source>
   <translation>{file}：{pages} 页</translation>
  </message>
  <message>
   <source>{filter}: {values}</source>
   <translation>{filter}：{values}</translation>
  </message>
  <message>
   <source>{form} prints a list and takes no number.</source>
   <translation>{form} 打印整个清单，不需要编号。</translation>
  </message>
  <message>
   <source>{form} prints one record: say which, by its number.</source>
   <translation>{form} 打印一条记录，请给出它的编号。</translation>
  </message>
  <message>
   <source>{kind} has no field {field}.</source>
   <translation>{kind}没有字段 {field}。</translation>
  </message>
  <message>
   <source>{kind} {number} does not hold what the change log says: {fields}.</source>
   <translation>{kind} {number} 与变更日志不符：{fields}。</translation>
  </message>
  <message>
   <source>{kind} {n}×</source>
   <translation>{kind} {n} 处</translation>
  </message>
  <message>
   <source>{kind} “{name}” is not in the directory.</source>
   <translation>通讯录中没有{kind}“{name}”。</translation>
  </message>
  <message>
   <source>{kind}: {what}</source>
   <translation>{kind}：{what}</translation>
  </message>
  <message>
   <source>{list}, {n} records, as {file}</source>
   <translation>{list}，{n} 条，存为 {file}</translation>
  </message>
  <message>
   <source>{months}: complaints about {kind} pile up</source>
   <translation>{months}{kind}投诉集中</translation>
  </message>
  <message>
   <source>{name} (lead)</source>
   <translation>{name}（主评）</translation>
  </message>
  <message>
   <source>{name} ({letter})</source>
   <translation>{name}（{letter} 列）</translation>
  </message>
  <message>
   <source>{name} cannot be read.</source>
   <translation>无法读取 {name}。</translation>
  </message>
  <message>
   <source>{name} is a program: save it instead of opening it.</source>
   <translation>“{name}”是程序，请另存，不在此打开。</translation>
  </message>
  <message>
   <source>{name} is a riskdesk file or belongs to one, and is not overwritten. Choose another name.</source>
   <translation>“{name}”是风险台文件或其附属文件，不能覆盖，请换一个文件名。</translation>
  </message>
  <message>
   <source>{name} is attached.</source>
   <translation>已添加附件“{name}”。</translation>
  </message>
  <message>
   <source>{name} is in use by {n} records and stays. It can be renamed.</source>
   <translation>“{name}”有 {n} 条记录在用，不能移除，可以改名。</translation>
  </message>
  <message>
   <source>{name} is larger than {limit} MB.</source>
   <translation>{name} 超过 {limit} MB。</translation>
  </message>
  <message>
   <source>{name} is no longer attached.</source>
   <translation>已移除附件“{name}”。</translation>
  </message>
  <message>
   <source>{name} is open in another program. Close it there first.</source>
   <translation>{name} 正在其他程序中打开，请先关闭。</translation>
  </message>
  <message>
   <source>{name} owns it now.</source>
   <translation>责任人已改为 {name}。</translation>
  </message>
  <message>
   <source>{name} was added to the directory.</source>
   <translation>已将 {name} 加入通讯录。</translation>
  </message>
  <message>
   <source>{name} was deleted.</source>
   <translation>已删除“{name}”。</translation>
  </message>
  <message>
   <source>{name} works at this computer. A click on the name at the bottom left changes that.</source>
   <translation>本机使用人：{name}。点左下角的姓名可以更改。</translation>
  </message>
  <message>
   <source>{name} {filename!r} is a directory.</source>
   <translation>{filename!r} 是文件夹，不是文件。</translation>
  </message>
  <message>
   <source>{name} {filename!r} is a file.</source>
   <translation>{filename!r} 是文件，不是文件夹。</translation>
  </message>
  <message>
   <source>{name} {filename!r} is not readable.</source>
   <translation>没有权限读取 {filename!r}。</translation>
  </message>
  <message>
   <source>{name}-rest</source>
   <translation>{name}-未导入</translation>
  </message>
  <message>
   <source>{name}: renew</source>
   <translation>{name} 续签</translation>
  </message>
  <message>
   <source>{note}, happened on {day}.</source>
   <translation>{note}，{day} 发生。</translation>
  </message>
  <message>
   <source>{note}, in the library since {day}.</source>
   <translation>{note}，{day} 入库。</translation>
  </message>
  <message>
   <source>{note}: due on {day}, {n} days late.</source>
   <translation>{note}，{day} 到期，逾期 {n} 天。</translation>
  </message>
  <message>
   <source>{number} is a draft again.</source>
   <translation>{number} 已退回草稿。</translation>
  </message>
  <message>
   <source>{number} is accepted until {day}.</source>
   <translation>已接受 {number}，至 {day}。</translation>
  </message>
  <message>
   <source>{number} is approved, and this would change it under its signature. Edit it instead: that makes the next version, unsigned.</source>
   <translation>{number} 已批准，此操作会改动已签批的内容，未执行。请直接编辑，保存后成为下一版，未签。</translation>
  </message>
  <message>
   <source>{number} is no longer accepted.</source>
   <translation>{number} 不再接受。</translation>
  </message>
  <message>
   <source>{number} is not accepted.</source>
   <translation>{number} 没有被接受。</translation>
  </message>
  <message>
   <source>{number} is published.</source>
   <translation>{number} 已发布。</translation>
  </message>
  <message>
   <source>{number} is ready.</source>
   <translation>{number} 已就绪。</translation>
  </message>
  <message>
   <source>{number} is reviewed.</source>
   <translation>{number} 已标为已审核。</translation>
  </message>
  <message>
   <source>{number} is saved. The search or the filters hide it.</source>
   <translation>{number} 已保存。当前的搜索或筛选没有显示它。</translation>
  </message>
  <message>
   <source>{number} is signed and frozen: nothing of it changes any more.</source>
   <translation>{number} 已签字定稿，不能再作任何更改。</translation>
  </message>
  <message>
   <source>{number} version {n} is approved.</source>
   <translation>{number} 第 {n} 版已批准。</translation>
  </message>
  <message>
   <source>{number} was approved as it stood then, and has changed since. Nothing was undone: edit it and have it approved again.</source>
   <translation>{number} 是按当时的内容批准的，此后已有改动，未撤销。请编辑后重新批准。</translation>
  </message>
  <message>
   <source>{number} was called off.</source>
   <translation>{number} 已取消。</translation>
  </message>
  <message>
   <source>{number} was deleted.</source>
   <translation>已删除 {number}。</translation>
  </message>
  <message>
   <source>{number} was made.</source>
   <translation>已建立 {number}。</translation>
  </message>
  <message>
   <source>{number}: {fields} taken from the row above.</source>
   <translation>{number}：{fields}取自上一行。</translation>
  </message>
  <message>
   <source>{n} KB</source>
   <translation>{n} KB</translation>
  </message>
  <message>
   <source>{n} MB</source>
   <translation>{n} MB</translation>
  </message>
  <message>
   <source>{n} already there</source>
   <translation>已有 {n} 行</translation>
  </message>
  <message>
   <source>{n} answered</source>
   <translation>已回答 {n} 项</translation>
  </message>
  <message>
   <source>{n} are not scored</source>
   <translation>{n} 条未评分</translation>
  </message>
  <message>
   <source>{n} cases · {added} added this month</source>
   <translation>{n} 个 · 本月新增 {added}</translation>
  </message>
  <message>
   <source>{n} cases · {added} of {target} added this month</source>
   <translation>{n} 个 · 本月新增 {added}，目标 {target}</translation>
  </message>
  <message>
   <source>{n} cells cannot be taken; they stay as they are.</source>
   <translation>{n} 个单元格不能写入，保持原样。</translation>
  </message>
  <message>
   <source>{n} cells hold this already.</source>
   <translation>{n} 个单元格内容相同。</translation>
  </message>
  <message>
   <source>{n} cells in {risks} risks change.</source>
   <translation>{risks} 条风险的 {n} 个单元格将改动。</translation>
  </message>
  <message>
   <source>{n} clauses of {texts} texts</source>
   <translation>{n} 条 · 出自 {texts} 部</translation>
  </message>
  <message>
   <source>{n} complaints are linked with {number}.</source>
   <translation>已把 {n} 件投诉关联到 {number}。</translation>
  </message>
  <message>
   <source>{n} complaints were deleted.</source>
   <translation>已删除 {n} 件投诉。</translation>
  </message>
  <message>
   <source>{n} complaints were imported.</source>
   <translation>已导入 {n} 条投诉。</translation>
  </message>
  <message>
   <source>{n} complaints, such as: {title}</source>
   <translation>{n} 件投诉，例如：{title}</translation>
  </message>
  <message>
   <source>{n} d</source>
   <translation>{n} 天</translation>
  </message>
  <message>
   <source>{n} d overdue</source>
   <translation>逾期 {n} 天</translation>
  </message>
  <message>
   <source>{n} days</source>
   <translation>{n} 天</translation>
  </message>
  <message>
   <source>{n} days before</source>
   <translation>提前 {n} 天</translation>
  </message>
  <message>
   <source>{n} drills were planned.</source>
   <translation>已安排 {n} 次演练。</translation>
  </message>
  <message>
   <source>{n} drills will be planned.</source>
   <translation>将安排 {n} 次演练。</translation>
  </message>
  <message>
   <source>{n} entries</source>
   <translation>{n} 条</translation>
  </message>
  <message>
   <source>{n} entries are called “{name}”. Choose the right one in the cell.</source>
   <translation>有 {n} 个“{name}”，请在单元格中选择。</translation>
  </message>
  <message>
   <source>{n} files are attached when you save.</source>
   <translation>{n} 个文件将在保存时附上。</translation>
  </message>
  <message>
   <source>{n} files attached</source>
   <translation>已附 {n} 个文件</translation>
  </message>
  <message>
   <source>{n} files attached.</source>
   <translation>已添加 {n} 个附件。</translation>
  </message>
  <message>
   <source>{n} found</source>
   <translation>找到 {n} 条</translation>
  </message>
  <message>
   <source>{n} found without the filters.</source>
   <translation>不看筛选时找到 {n} 条。</translation>
  </message>
  <message>
   <source>{n} h</source>
   <translation>{n} 小时</translation>
  </message>
  <message>
   <source>{n} in 30 days</source>
   <translation>近 30 天 {n} 起</translation>
  </message>
  <message>
   <source>{n} in {ms} ms</source>
   <translation>{n} 个，{ms} 毫秒</translation>
  </message>
  <message>
   <source>{n} injects</source>
   <translation>{n} 个注入</translation>
  </message>
  <message>
   <source>{n} kinds of complaint stand out, and no risk was raised for them.</source>
   <translation>有 {n} 类投诉明显偏多，还没有提出对应的风险。</translation>
  </message>
  <message>
   <source>{n} late</source>
   <translation>{n} 项超时</translation>
  </message>
  <message>
   <source>{n} lines or columns fall beside the table.</source>
   <translation>{n} 行或列超出表格。</translation>
  </message>
  <message>
   <source>{n} measures were imported.</source>
   <translation>已导入 {n} 条措施。</translation>
  </message>
  <message>
   <source>{n} more</source>
   <translation>还有 {n} 次</translation>
  </message>
  <message>
   <source>{n} more of this kind</source>
   <translation>此类另有 {n} 项</translation>
  </message>
  <message>
   <source>{n} more to reach the target</source>
   <translation>再写 {n} 个达标</translation>
  </message>
  <message>
   <source>{n} need someone</source>
   <translation>{n} 条需处理</translation>
  </message>
  <message>
   <source>{n} new</source>
   <translation>新增 {n} 行</translation>
  </message>
  <message>
   <source>{n} observe</source>
   <translation>观察员 {n} 人</translation>
  </message>
  <message>
   <source>{n} of them changed</source>
   <translation>其中 {n} 行有变化</translation>
  </message>
  <message>
   <source>{n} of these records had been changed since; the changes are gone with them.</source>
   <translation>其中 {n} 条记录此后有过修改，已随之撤销。</translation>
  </message>
  <message>
   <source>{n} of {total}</source>
   <translation>{n} / {total}</translation>
  </message>
  <message>
   <source>{n} of {total} are imported</source>
   <translation>{total} 列中导入 {n} 列</translation>
  </message>
  <message>
   <source>{n} of {total} decided</source>
   <translation>已决 {n} / {total}</translation>
  </message>
  <message>
   <source>{n} of {total} noted</source>
   <translation>已记录 {n} / {total}</translation>
  </message>
  <message>
   <source>{n} of {total} risks change.</source>
   <translation>{total} 条中有 {n} 条将改动。</translation>
  </message>
  <message>
   <source>{n} of {total} risks stand in the matrix</source>
   <translation>{total} 条风险中有 {n} 条在矩阵中</translation>
  </message>
  <message>
   <source>{n} of {total} steps done</source>
   <translation>完成 {n} / {total} 步</translation>
  </message>
  <message>
   <source>{n} open</source>
   <translation>{n} 项待回答</translation>
  </message>
  <message>
   <source>{n} pages</source>
   <translation>{n} 页</translation>
  </message>
  <message>
   <source>{n} people</source>
   <translation>{n} 人</translation>
  </message>
  <message>
   <source>{n} people and departments were made for them.</source>
   <translation>为此新建人员和部门 {n} 个。</translation>
  </message>
  <message>
   <source>{n} people were imported.</source>
   <translation>已导入 {n} 名人员。</translation>
  </message>
  <message>
   <source>{n} pictures in the file are not imported.</source>
   <translation>文件中的 {n} 张图片不会导入。</translation>
  </message>
  <message>
   <source>{n} places in the case files need mending.</source>
   <translation>案例文件有 {n} 处需要修改。</translation>
  </message>
  <message>
   <source>{n} playbooks</source>
   <translation>{n} 个</translation>
  </message>
  <message>
   <source>{n} points, {result} (pass mark {mark})</source>
   <translation>{n} 分，{result}（{mark} 分达标）</translation>
  </message>
  <message>
   <source>{n} records</source>
   <translation>{n} 条记录</translation>
  </message>
  <message>
   <source>{n} records were changed.</source>
   <translation>更新已有记录 {n} 条。</translation>
  </message>
  <message>
   <source>{n} risks</source>
   <translation>{n} 项风险</translation>
  </message>
  <message>
   <source>{n} risks change their level.</source>
   <translation>{n} 条风险会改变级别。</translation>
  </message>
  <message>
   <source>{n} risks moved.</source>
   <translation>{n} 条风险有变化。</translation>
  </message>
  <message>
   <source>{n} risks were changed.</source>
   <translation>已修改 {n} 条风险。</translation>
  </message>
  <message>
   <source>{n} risks were imported.</source>
   <translation>已导入 {n} 条风险。</translation>
  </message>
  <message>
   <source>{n} rows</source>
   <translation>{n} 行</translation>
  </message>
  <message>
   <source>{n} rows selected</source>
   <translation>已选 {n} 行</translation>
  </message>
  <message>
   <source>{n} rows that are there already were left out.</source>
   <translation>已有的 {n} 行未再导入。</translation>
  </message>
  <message>
   <source>{n} rows were saved as {file}.</source>
   <translation>已将 {n} 行保存为 {file}。</translation>
  </message>
  <message>
   <source>{n} rows with errors were not imported.</source>
   <translation>有错的 {n} 行未导入。</translation>
  </message>
  <message>
   <source>{n} running</source>
   <translation>{n} 起进行中</translation>
  </message>
  <message>
   <source>{n} scored by LEC stand in no cell</source>
   <translation>{n} 条按 LEC 评分，不在矩阵格中</translation>
  </message>
  <message>
   <source>{n} settled today.</source>
   <translation>{n} 件已记为今天办结。</translation>
  </message>
  <message>
   <source>{n} signs could not be read in this encoding.</source>
   <translation>有 {n} 个字符无法按此编码读出。</translation>
  </message>
  <message>
   <source>{n} steps</source>
   <translation>{n} 步</translation>
  </message>
  <message>
   <source>{n} steps are not settled: {steps}. The report will say so.</source>
   <translation>还有 {n} 个步骤未完成：{steps}。复盘报告会写明。</translation>
  </message>
  <message>
   <source>{n} struck</source>
   <translation>划去 {n} 条</translation>
  </message>
  <message>
   <source>{n} take part</source>
   <translation>参演 {n} 人</translation>
  </message>
  <message>
   <source>{n} to go, {planned} planned</source>
   <translation>还差 {n} 次，{planned} 次已排期</translation>
  </message>
  <message>
   <source>{n} topics</source>
   <translation>{n} 项</translation>
  </message>
  <message>
   <source>{n} topics are not decided. They are frozen as not decided.</source>
   <translation>有 {n} 项未决，将以“未决”冻结。</translation>
  </message>
  <message>
   <source>{n} unchanged. Compared by the scores kept: a changed matrix is no change.</source>
   <translation>{n} 项不变。按保存的评分对比，矩阵调整不算变化。</translation>
  </message>
  <message>
   <source>{n} with errors</source>
   <translation>有错 {n} 行</translation>
  </message>
  <message>
   <source>{n} {step} (not earlier)</source>
   <translation>{n} {step}（不在本步之前）</translation>
  </message>
  <message>
   <source>{n} · {drafts} not approved</source>
   <translation>{n} 个 · {drafts} 个未批准</translation>
  </message>
  <message>
   <source>{n} · {levels}</source>
   <translation>{n} 条 · {levels}</translation>
  </message>
  <message>
   <source>{n} · {open} not settled</source>
   <translation>{n} 件 · 未办结 {open}</translation>
  </message>
  <message>
   <source>{n} · {open} open  {late} overdue</source>
   <translation>{n} 条 · 未完成 {open}　逾期 {late}</translation>
  </message>
  <message>
   <source>{n} · {soon} end soon  {late} expired</source>
   <translation>{n} 份 · 即将到期 {soon}　已过期 {late}</translation>
  </message>
  <message>
   <source>{n}, of these {open} without a date</source>
   <translation>{n} 项，其中 {open} 项未排</translation>
  </message>
  <message>
   <source>{path} cannot be opened: no such folder, or no right to it.</source>
   <translation>无法打开 {path}：文件夹不存在或没有权限。</translation>
  </message>
  <message>
   <source>{path} holds nothing, or was never opened by this version.</source>
   <translation>{path} 中没有内容，或尚未用本版本打开过。</translation>
  </message>
  <message>
   <source>{path} is damaged or is not a riskdesk file. It was not touched; open a backup instead.</source>
   <translation>{path} 已损坏或不是风险台文件，未作改动，请打开备份。</translation>
  </message>
  <message>
   <source>{path} is empty: it was damaged, or never written. Open a backup.</source>
   <translation>{path} 是空文件：可能已损坏，或从未写入。请打开备份。</translation>
  </message>
  <message>
   <source>{path} is no file.</source>
   <translation>{path} 不是文件。</translation>
  </message>
  <message>
   <source>{path} is not where it was.</source>
   <translation>{path} 不在原来的位置。</translation>
  </message>
  <message>
   <source>{path} is there already. Choose another name for the backup.</source>
   <translation>{path} 已经存在，请为备份另取名称。</translation>
  </message>
  <message>
   <source>{path} is there already. Open it, or choose another name.</source>
   <translation>{path} 已经存在，请打开它或另取名称。</translation>
  </message>
  <message>
   <source>{path} lies on a network share or in a folder of another system ({kind}), where a power cut or a second computer can damage it. Keep the file on a local disk; to work from several places, exchange with the office by hub or USB stick.</source>
   <translation>{path} 在网络共享或其他系统的文件夹（{kind}）里，断电或另一台电脑同时使用都可能损坏文件。请把文件放在本机磁盘；多个地点办公时，请通过中心库或 U 盘与办公室交换。</translation>
  </message>
  <message>
   <source>{place}: complaints about {kind} pile up</source>
   <translation>{place}{kind}投诉集中</translation>
  </message>
  <message>
   <source>{quarter}, week {week}</source>
   <translation>{quarter}第 {week} 周</translation>
  </message>
  <message>
   <source>{rows} × {columns} cells · Shift+Space: their rows</source>
   <translation>{rows} × {columns} 个单元格 · Shift+空格：选中这些行</translation>
  </message>
  <message>
   <source>{step}: {why}</source>
   <translation>{step}：{why}</translation>
  </message>
  <message>
   <source>{tier} asks for {time}; nobody has confirmed the difference yet.</source>
   <translation>{tier}要求 {time}，差异尚未确认</translation>
  </message>
  <message>
   <source>{tier} asks for {time}; {who} confirmed the difference.</source>
   <translation>{tier}要求 {time}，{who}已确认差异</translation>
  </message>
  <message>
   <source>{tier}: {what}</source>
   <translation>{tier}：{what}</translation>
  </message>
  <message>
   <source>{time} after step {n}</source>
   <translation>第 {n} 步后 {time}</translation>
  </message>
  <message>
   <source>{time} late</source>
   <translation>已超 {time}</translation>
  </message>
  <message>
   <source>{time} late: tell {what}</source>
   <translation>已超 {time}：告知{what}</translation>
  </message>
  <message>
   <source>{time} late: {what}</source>
   <translation>已超 {time}：{what}</translation>
  </message>
  <message>
   <source>{time} left</source>
   <translation>还剩 {time}</translation>
  </message>
  <message>
   <source>{time} overdue</source>
   <translation>逾期 {time}</translation>
  </message>
  <message>
   <source>{time}, {late} late</source>
   <translation>{time}，迟 {late}</translation>
  </message>
  <message>
   <source>{title} is not renewed and reminds no more.</source>
   <translation>“{title}”不再续签，也不再提醒。</translation>
  </message>
  <message>
   <source>{title} version {n}</source>
   <translation>{title} 第 {n} 版</translation>
  </message>
  <message>
   <source>{typed} are two dates. Give one.</source>
   <translation>{typed} 是两个日期，请只填一个。</translation>
  </message>
  <message>
   <source>{typed} does not fit the order chosen for this column.</source>
   <translation>{typed} 不符合本列选定的日期顺序。</translation>
  </message>
  <message>
   <source>{typed} has no day.</source>
   <translation>{typed} 没有日。</translation>
  </message>
  <message>
   <source>{typed} has no year.</source>
   <translation>{typed} 没有年份。</translation>
  </message>
  <message>
   <source>{typed} is a time of day without a date.</source>
   <translation>{typed} 只有时刻，没有日期。</translation>
  </message>
  <message>
   <source>{typed} is not on the scale: {expected}</source>
   <translation>{typed} 不在取值范围内：{expected}</translation>
  </message>
  <message>
   <source>{typed}: please choose the order of day and month.</source>
   <translation>{typed}：请选择日和月的顺序。</translation>
  </message>
  <message>
   <source>{typed}: the spreadsheet has cut off figures. Type the whole number as text.</source>
   <translation>{typed}：表格软件丢掉了末尾的数字。请以文本格式重新输入完整号码。</translation>
  </message>
  <message>
   <source>{typed}: the year must lie between 2000 and 2100.</source>
   <translation>{typed}：年份须在 2000 至 2100 之间。</translation>
  </message>
  <message>
   <source>{typed}: there is no such time of day.</source>
   <translation>{typed}：没有这个时刻。</translation>
  </message>
  <message>
   <source>{value!r} is not one of {choices}.</source>
   <translation>{value!r} 不在可选值 {choices} 之中。</translation>
  </message>
  <message>
   <source>{what} (entered {time})</source>
   <translation>{what}（{time} 补记）</translation>
  </message>
  <message>
   <source>{what} and {n} more</source>
   <translation>{what}，另有 {n} 条</translation>
  </message>
  <message>
   <source>{what} is out of the trash.</source>
   <translation>{what} 已从回收站还原。</translation>
  </message>
  <message>
   <source>{what} …</source>
   <translation>{what}…</translation>
  </message>
  <message>
   <source>{what}: {n}</source>
   <translation>{what} {n} 行</translation>
  </message>
  <message>
   <source>{what}: {reason}</source>
   <translation>{what}：{reason}</translation>
  </message>
  <message>
   <source>{where}: {what}</source>
   <translation>{where}：{what}</translation>
  </message>
  <message>
   <source>{which}: {level}</source>
   <translation>{which}：{level}</translation>
  </message>
  <message>
   <source>{who} changed one of these cells meanwhile. This is what would change now.</source>
   <translation>{who}刚刚修改了其中的单元格，现在的改动如下。</translation>
  </message>
  <message>
   <source>{who} changed this record while you were editing it.</source>
   <translation>您编辑期间，{who} 修改了这条记录。</translation>
  </message>
  <message>
   <source>{who} has changed {record} since. Nothing was undone.</source>
   <translation>{who} 之后修改过 {record}，未作撤销。</translation>
  </message>
  <message>
   <source>{who} leads now. Hand over to:</source>
   <translation>现由{who}负责。移交给：</translation>
  </message>
  <message>
   <source>{who} meanwhile wrote “{value}” here. Enter puts yours in its place, Esc leaves theirs.</source>
   <translation>{who}刚刚在此写入“{value}”。按 Enter 改为您的内容，按 Esc 保留对方的内容。</translation>
  </message>
  <message>
   <source>{words}, please check {n}</source>
   <translation>{words}，请核对 {n} 列</translation>
  </message>
  <message>
   <source>{year} Q1</source>
   <translation>{year} 年第一季度</translation>
  </message>
  <message>
   <source>{year} Q2</source>
   <translation>{year} 年第二季度</translation>
  </message>
  <message>
   <source>{year} Q3</source>
   <translation>{year} 年第三季度</translation>
  </message>
  <message>
   <source>{year} Q4</source>
   <translation>{year} 年第四季度</translation>
  </message>
  <message>
   <source>{year}-{month} · {n} drills</source>
   <translation>{year} 年 {month} 月 · 已排 {n} 次</translation>
  </message>
  <message>
   <source>“{name}” is not in the directory. Match, create or leave?</source>
   <translation>通讯录中没有“{name}”。对应已有、新建还是留空？</translation>
  </message>
  <message>
   <source>“{name}” works here no longer. Match all the same, create or leave?</source>
   <translation>“{name}”已离职。仍对应此人、新建还是留空？</translation>
  </message>
  <message>
   <source>“{step}” allows {own}, the tier {tier}</source>
   <translation>“{step}”允许 {own}，响应级别要求 {tier}</translation>
  </message>
  <message>
   <source>“{step}” allows {own}, {tier} {allowed}</source>
   <translation>“{step}”允许 {own}，{tier} {allowed}</translation>
  </message>
  <message>
   <source>“{typed}” is neither yes nor no.</source>
   <translation>“{typed}”既不是“是”也不是“否”。</translation>
  </message>
  <message>
   <source>“{typed}” is no number of days from 1 to 3660.</source>
   <translation>“{typed}”不是 1 至 3660 的天数。</translation>
  </message>
  <message>
   <source>“{typed}” is not a date.</source>
   <translation>“{typed}”不是日期。</translation>
  </message>
  <message>
   <source>“{typed}” is not a figure.</source>
   <translation>“{typed}”不是数字。</translation>
  </message>
  <message>
   <source>“{typed}” is not a telephone number.</source>
   <translation>“{typed}”不是电话号码。</translation>
  </message>
  <message>
   <source>“{typed}” tells no months from 1 to 12.</source>
   <translation>“{typed}”不是 1 至 12 月。</translation>
  </message>
  <message>
   <source>“{word}” may be of another judgement. Please check.</source>
   <translation>“{word}”可能指另一次评价，请核对。</translation>
  </message>
  <message>
   <source>“{word}”: match, create or leave?</source>
   <translation>“{word}”：对应已有、新建还是留空？</translation>
  </message>
  <message>
   <source>“{word}”: please say what it means.</source>
   <translation>“{word}”：请指明对应哪一个。</translation>
  </message>
  <message>
   <source>• Not saved</source>
   <translation>• 未保存</translation>
  </message>
  <message>
   <source>↑ ↓ choose    Enter open    Esc close</source>
   <translation>↑ ↓ 选择　　Enter 打开　　Esc 关闭</translation>
  </message>
 </context>
</TS>
